package cn.privlens.suite.suspended_answer_ignored

import android.app.Activity
import android.app.AlertDialog
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import kotlin.coroutines.*
import kotlinx.coroutines.*

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        CoroutineScope(Dispatchers.Unconfined).launch {
            val agreed = askPrivacy()
            title = if (agreed) "好" else "游客"
            (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId
        }
    }

    private suspend fun askPrivacy(): Boolean = suspendCoroutine { waiting ->
        AlertDialog.Builder(this)
            .setTitle("隐私政策")
            .setMessage("是否同意隐私政策？")
            .setPositiveButton("同意") { _, _ -> waiting.resume(true) }
            .setNegativeButton("不同意") { _, _ -> waiting.resume(false) }
            .setCancelable(false)
            .show()
    }
}
