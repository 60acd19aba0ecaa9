package cn.privlens.suite.track_dsl_names

import android.app.Activity
import android.os.Bundle
import android.provider.Settings
import android.util.Log

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        Tracker.sink = { line -> Log.i("track", line) }
        Tracker.track("open") {
            put("page", "main")
            put("device", Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID))
        }
    }
}
