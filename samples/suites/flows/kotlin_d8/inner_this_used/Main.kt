package cn.privlens.suite.inner_this_used

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    private var label: String = ""

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        label = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId.orEmpty()
        with(Badge("徽章", 3)) {
            Log.i("badge", "$size " + label)
        }
    }
}
