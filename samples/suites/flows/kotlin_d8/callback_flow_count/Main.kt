package cn.privlens.suite.callback_flow_count

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log
import kotlinx.coroutines.*
import kotlinx.coroutines.channels.awaitClose
import kotlinx.coroutines.flow.*

class Source(private val c: Context) {
    private var listener: ((String) -> Unit)? = null

    fun listen(l: ((String) -> Unit)?) {
        listener = l
        listener?.invoke((c.getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).line1Number ?: "")
    }
}

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val source = Source(this)
        val numbers = callbackFlow {
            source.listen { trySend(it) }
            awaitClose { source.listen(null) }
        }
        CoroutineScope(Dispatchers.Default).launch {
            var count = 0
            numbers.collect {
                count++
                Log.i("suite", "number $count")
            }
        }
    }
}
