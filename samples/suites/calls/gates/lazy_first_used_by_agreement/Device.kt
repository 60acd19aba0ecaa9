package cn.privlens.suite.lazy_first_used_by_agreement

import android.content.Context
import android.telephony.TelephonyManager

class Device(private val c: Context) {
    val number: String by lazy { (c.getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId ?: "" }
}
