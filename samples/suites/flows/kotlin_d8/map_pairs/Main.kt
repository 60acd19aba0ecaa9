package cn.privlens.suite.map_pairs

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val m = mutableMapOf("设备" to (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).simSerialNumber, "城市" to "上海")
        m["版本"] = "1"
        Log.i("suite", m["设备"] ?: "无")
    }
}
