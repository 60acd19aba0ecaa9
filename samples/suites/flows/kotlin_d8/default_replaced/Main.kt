package cn.privlens.suite.default_replaced

import android.app.Activity
import android.os.Bundle
import android.provider.Settings
import android.util.Log

class Main : Activity() {
    private fun report(id: String, shown: String = "id=" + id, prefix: String = "r:") {
        Log.i("suite", prefix + shown)
    }
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        report(Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID), shown = "hidden")
    }
}
