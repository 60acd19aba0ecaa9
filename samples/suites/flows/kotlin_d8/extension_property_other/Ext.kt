package cn.privlens.suite.extension_property_other

import android.content.Context
import android.telephony.TelephonyManager

val Context.subscriber: String
    get() = (this.getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId

val Context.label: String
    get() = packageName.substringAfterLast('.')
