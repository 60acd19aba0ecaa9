package cn.privlens.suite.kotlin_function_type

import android.app.Activity
import android.os.Bundle
import android.provider.Settings
import android.widget.Button

class Main : Activity() {
    private val steps = ArrayList<() -> Unit>()
    private val actions = ArrayList<() -> Unit>()
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        steps.add { Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID) }
        actions.add { title = "x" }
        for (s in steps) s()
        val b = Button(this)
        b.setOnClickListener { for (a in actions) a() }
        setContentView(b)
    }
}
