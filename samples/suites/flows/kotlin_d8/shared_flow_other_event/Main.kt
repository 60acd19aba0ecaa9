package cn.privlens.suite.shared_flow_other_event

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log
import kotlinx.coroutines.*
import kotlinx.coroutines.flow.*

sealed class Event(val text: String)
class Shown(text: String) : Event(text)
class Kept(text: String) : Event(text)

object Bus {
    val events = MutableSharedFlow<Event>(replay = 4)
}

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val scope = CoroutineScope(Dispatchers.Default)
        scope.launch {
            Bus.events.filterIsInstance<Shown>().collect { Log.i("suite", it.text) }
        }
        val imei = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId
        scope.launch {
            Bus.events.emit(Kept(imei))
            Bus.events.emit(Shown("start"))
        }
    }
}
