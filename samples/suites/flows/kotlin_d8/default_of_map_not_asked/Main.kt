package cn.privlens.suite.default_of_map_not_asked

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val id = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId.orEmpty()
        val settings: Map<String, String> = mapOf("语言" to "zh").withDefault { id }
        Log.i("map", settings["设备"] ?: "无")
    }
}
