package cn.privlens.samples.kotlinapp

import android.app.Activity
import android.os.Bundle
import android.view.View

/** Uses every feature once. */
class MainActivity : Activity() {
    private var text = ""
    private val later: (Activity) -> String = { Identity.phone(it).imei }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        text += Identity.androidId()
        text += Identity.subscriber
        text += Identity.setting(this)
        text += Identity.setting(this, "adb_enabled")
        text += later(this)
        text += Probe.describe(Probe.Imei(0), this)
        text += Probe.describe(Probe.Sound, this)
        messages()
        people()
        val button = View(this)
        button.setOnClickListener { text += pasted() }
        listOf("𠮷", "信息").forEach { name -> text += name }
        text += Near.deviceId
    }

    private fun messages() {
        rows(Probe.INBOX) { text += it.count }
    }

    private fun people() {
        rows(Probe.PEOPLE) { text += it.count }
    }
}
