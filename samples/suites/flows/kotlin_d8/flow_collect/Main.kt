package cn.privlens.suite.flow_collect

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log
import kotlinx.coroutines.*
import kotlinx.coroutines.flow.*

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val ids = flow {
            emit("start")
            emit((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId)
        }
        CoroutineScope(Dispatchers.Default).launch {
            ids.collect { Log.i("suite", it) }
        }
    }
}
