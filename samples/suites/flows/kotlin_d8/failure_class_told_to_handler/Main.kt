package cn.privlens.suite.failure_class_told_to_handler

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log
import kotlinx.coroutines.*

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val handler = CoroutineExceptionHandler { _, e ->
            Log.w("suite", e.javaClass.simpleName)
        }
        CoroutineScope(Dispatchers.Default).launch(handler) {
            val imsi = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId
            throw IllegalStateException("no card for $imsi")
        }
    }
}
