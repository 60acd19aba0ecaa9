package cn.privlens.suite.coroutine_on_tap

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.widget.Button
import kotlinx.coroutines.*

class Main : Activity() {
    private val scope = CoroutineScope(Dispatchers.Default)
    private fun go() {
        scope.launch {
            delay(50)
            (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId
        }
    }
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val b = Button(this)
        b.setOnClickListener { go() }
        setContentView(b)

    }
}
