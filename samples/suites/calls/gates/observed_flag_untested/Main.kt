package cn.privlens.suite.observed_flag_untested

import android.app.Activity
import android.app.AlertDialog
import android.content.Context
import android.os.Bundle
import android.provider.Settings
import kotlin.properties.Delegates

class Main : Activity() {
    private var privacyAgreed: Boolean by Delegates.observable(false) { _, _, now ->
        title = "now $now"
        begin()
    }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val kept = getSharedPreferences("main", Context.MODE_PRIVATE)
        privacyAgreed = kept.getBoolean("privacy_agreed", false)
        AlertDialog.Builder(this)
            .setMessage("请阅读并同意《隐私政策》")
            .setPositiveButton("同意") { _, _ ->
                kept.edit().putBoolean("privacy_agreed", true).apply()
                privacyAgreed = true
            }
            .setNegativeButton("不同意") { _, _ -> finish() }
            .show()
    }

    private fun begin() {
        Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID)
    }
}
