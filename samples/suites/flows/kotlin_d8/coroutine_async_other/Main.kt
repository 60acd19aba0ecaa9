package cn.privlens.suite.coroutine_async_other

import android.app.Activity
import android.os.Bundle
import android.provider.Settings
import android.util.Log
import kotlinx.coroutines.*

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        GlobalScope.launch {
            val a = async { Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID) }
            val b = async { "b" }
            val x = a.await()
            val y = b.await()
            Log.i("suite", y)
        }
    }
}
