package cn.privlens.suite.lambda_captured_other

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

class Main : Activity() {
    private fun run(block: () -> String): String = block()
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val id = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId
        val word = "词"
        val text = run { word + id.length }
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null)
    }
}
