package cn.privlens.suite.class_delegation_overridden

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

interface Source {
    fun id(): String
    fun name(): String
}
class Phone(private val context: Context) : Source {
    override fun id(): String = (context.getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId
    override fun name(): String = "phone"
}
class Wrapped(inner: Source) : Source by inner {
    override fun id(): String = "wrapped"
}

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val source: Source = Wrapped(Phone(this))
        SmsManager.getDefault().sendTextMessage("10690000", null, source.id(), null, null)
    }
}
