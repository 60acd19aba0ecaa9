package cn.privlens.suite.kotlin_object_on_tap

import android.content.Context
import android.telephony.TelephonyManager

object Device {
    val number: String

    init {
        number = (App.instance.getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId ?: ""
    }
}
