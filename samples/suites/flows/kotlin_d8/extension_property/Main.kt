package cn.privlens.suite.extension_property

import android.app.Activity
import android.os.Bundle
import android.util.Log

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val both = if (subscriber.isEmpty()) "empty" else "there"
        Log.i("suite", "$both ${subscriber}")
    }
}
