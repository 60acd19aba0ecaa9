package cn.privlens.suite.state_updated_id

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log
import kotlinx.coroutines.*
import kotlinx.coroutines.flow.*

data class Screen(val title: String = "", val id: String = "")

class Main : Activity() {
    private val screen = MutableStateFlow(Screen())

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        screen.update { it.copy(id = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId) }
        screen.update { it.copy(title = "ready") }
    }

    override fun onResume() {
        super.onResume()
        Log.i("suite", screen.value.id)
    }
}
