package cn.privlens.suite.coroutine_launch_other

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager
import kotlinx.coroutines.*

class Main : Activity() {
    private val scope = CoroutineScope(Dispatchers.Default)
    private suspend fun read(): String = withContext(Dispatchers.IO) { (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId }
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        scope.launch {
            val id = read()
            delay(10)
            SmsManager.getDefault().sendTextMessage("10690000", null, "n" + id.length, null, null)
        }
    }
}
