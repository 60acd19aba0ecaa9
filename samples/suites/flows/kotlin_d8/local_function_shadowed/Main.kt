package cn.privlens.suite.local_function_shadowed

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val text = StringBuilder("t:")
        fun add(part: String): Int {
            val text = StringBuilder()
            text.append(part)
            return text.length
        }
        add((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).line1Number)
        add("end")
        SmsManager.getDefault().sendTextMessage("10690000", null, text.toString(), null, null)
    }
}
