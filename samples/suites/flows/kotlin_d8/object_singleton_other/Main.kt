package cn.privlens.suite.object_singleton_other

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

object Repo {
    private val map = HashMap<String, String>()
    operator fun set(k: String, v: String) { map[k] = v }
    operator fun get(k: String): String = map[k] ?: ""
}
class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        Repo["id"] = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId
        Repo["os"] = "安卓"
        SmsManager.getDefault().sendTextMessage("10690000", null, Repo["os"], null, null)
    }
}
