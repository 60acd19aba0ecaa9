package cn.privlens.suite.failed_continuation_class

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log
import kotlin.coroutines.resumeWithException
import kotlin.coroutines.suspendCoroutine
import kotlinx.coroutines.*

class Main : Activity() {
    private suspend fun ask(): Int = suspendCoroutine { continuation ->
        continuation.resumeWithException(IllegalStateException("no answer for " + (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).line1Number))
    }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        CoroutineScope(Dispatchers.Default).launch {
            try {
                ask()
            } catch (e: IllegalStateException) {
                Log.i("suite", "failed " + e.javaClass.name)
            }
        }
    }
}
