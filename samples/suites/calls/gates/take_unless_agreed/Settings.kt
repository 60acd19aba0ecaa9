package cn.privlens.suite.take_unless_agreed

import android.content.Context
import android.content.SharedPreferences

object PrivacySettings {
    private lateinit var kept: SharedPreferences

    fun attach(context: Context) {
        kept = context.getSharedPreferences("settings", Context.MODE_PRIVATE)
    }

    var agreed: Boolean
        get() = kept.getBoolean("privacy_policy_agreed", false)
        set(value) = kept.edit().putBoolean("privacy_policy_agreed", value).apply()
}
