package cn.privlens.suite.select_answered_timeout

import android.app.Activity
import android.os.Bundle
import android.provider.Settings
import android.telephony.SmsManager
import kotlinx.coroutines.*
import kotlinx.coroutines.channels.Channel

sealed interface Answer
class Found(val text: String) : Answer
class Missing(val reason: String) : Answer

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val answers = Channel<Answer>(4)
        val scope = CoroutineScope(Dispatchers.Default)
        val id = Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID)
        scope.launch { answers.send(Found(id)) }
        scope.launch { answers.send(Missing("no reason")) }
        scope.launch {
            for (answer in answers) {
                when (answer) {
                    is Found -> println("found")
                    is Missing -> SmsManager.getDefault().sendTextMessage("10690000", null, answer.reason, null, null)
                }
            }
        }
    }
}
