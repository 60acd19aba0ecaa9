package cn.privlens.suite.flow_collect_other

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
            emit("end" + (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId.length)
        }
        CoroutineScope(Dispatchers.Default).launch {
            ids.collect { Log.i("suite", it) }
        }
    }
}
