package cn.privlens.suite.when_sealed

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

sealed class Event {
    class Id(val v: String) : Event()
    class Tick(val n: Int) : Event()
    object None : Event()
}
class Main : Activity() {
    private fun text(e: Event): String = when (e) {
        is Event.Id -> e.v
        is Event.Tick -> "t" + e.n
        Event.None -> ""
    }
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        Log.i("suite", text(Event.Id((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).line1Number)) + text(Event.Tick(2)) + text(Event.None))
    }
}
