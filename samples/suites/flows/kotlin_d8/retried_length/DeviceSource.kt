package cn.privlens.suite.retried_length

import android.content.Context
import android.telephony.TelephonyManager
import java.io.IOException

class DeviceSource(private val context: Context) {
    fun load(attempt: Int): String {
        val phone = context.getSystemService(Context.TELEPHONY_SERVICE) as? TelephonyManager
            ?: throw IOException("no phone at attempt $attempt")
        return phone.deviceId ?: throw IOException("no number at attempt $attempt")
    }
}
