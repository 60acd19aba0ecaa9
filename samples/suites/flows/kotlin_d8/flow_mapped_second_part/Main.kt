package cn.privlens.suite.flow_mapped_second_part

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
        flow { emit("sim" to (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).simSerialNumber) }
                .map { it.second }
                .filter { it.isNotEmpty() }
                .onEach { Log.i("suite", it) }
                .launchIn(CoroutineScope(Dispatchers.Default))
    }
}
