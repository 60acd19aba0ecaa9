package cn.privlens.suite.sealed_state_agreed

import android.app.Activity
import android.app.AlertDialog
import android.content.Context
import android.os.Bundle
import android.provider.Settings

sealed class Consent {
    data class Agreed(val version: Int) : Consent()
    object NotAsked : Consent()

    companion object {
        fun of(c: Context): Consent {
            val version = c.getSharedPreferences("legal", Context.MODE_PRIVATE).getInt("agreed_privacy_version", 0)
            return if (version > 0) Agreed(version) else NotAsked
        }
    }
}

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        when (val consent = Consent.of(this)) {
            is Consent.Agreed -> begin()
            Consent.NotAsked -> title = "?"
        }
        ask()
    }

    private fun begin() {
        Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID)
    }

    private fun ask() {
        AlertDialog.Builder(this)
            .setMessage("使用前请同意《隐私政策》")
            .setPositiveButton("同意并继续") { _, _ ->
                getSharedPreferences("legal", Context.MODE_PRIVATE).edit().putInt("agreed_privacy_version", 4).apply()
            }
            .setNegativeButton("退出") { _, _ -> finish() }
            .show()
    }
}
