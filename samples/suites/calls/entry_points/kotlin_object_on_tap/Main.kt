package cn.privlens.suite.kotlin_object_on_tap

import android.app.Activity
import android.os.Bundle
import android.widget.Button

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val button = Button(this)
        button.setOnClickListener { title = Device.number.take(1) }
        setContentView(button)
        title = "start"
    }
}
