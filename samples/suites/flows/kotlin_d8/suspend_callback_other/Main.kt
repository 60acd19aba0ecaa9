package cn.privlens.suite.suspend_callback_other

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log
import kotlin.coroutines.resume
import kotlin.coroutines.suspendCoroutine
import kotlinx.coroutines.*

class Main : Activity() {
    private fun load(done: (String) -> Unit) { Thread { done("n" + (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).line1Number.length) }.start() }
    private suspend fun await(): String = suspendCoroutine { c -> load { c.resume(it) } }
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        GlobalScope.launch { Log.i("suite", await()) }
    }
}
