package cn.privlens.suite.combined_flows

import android.app.Activity
import android.os.Bundle
import android.provider.Settings
import android.telephony.SmsManager
import kotlinx.coroutines.*
import kotlinx.coroutines.flow.*

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val ids = flow { emit(Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID)) }
        val words = flowOf("字")
        CoroutineScope(Dispatchers.Default).launch {
            ids.combine(words) { id, word -> "$id-$word" }.collect {
                SmsManager.getDefault().sendTextMessage("10690000", null, it, null, null)
            }
        }
    }
}
