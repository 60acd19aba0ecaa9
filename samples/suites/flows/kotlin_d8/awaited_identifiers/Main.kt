package cn.privlens.suite.awaited_identifiers

import android.app.Activity
import android.os.Bundle
import android.provider.Settings
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.launch

class Main : Activity() {
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)

    private fun androidId(): String = Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID)

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        scope.launch {
            val identifiers = readAll(listOf<suspend () -> String>({ androidId() }, { "none" }))
            val names = readAll(listOf<suspend () -> String>({ "demo" }, { "store" }))
            check(identifiers.size == names.size)
            Api.post(identifiers.joinToString(","))
        }
    }

    override fun onDestroy() {
        super.onDestroy()
        scope.cancel()
    }
}
