package cn.privlens.suite.extension_default_used

import android.app.Activity
import android.os.Bundle
import android.provider.Settings
import android.util.Log

fun Activity.report(text: String = "default", level: Int = 1) {
    Log.i("suite", "$level:$text")
}
class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val id = Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID)
        report(level = if (id == null) 1 else 2)
    }
}
