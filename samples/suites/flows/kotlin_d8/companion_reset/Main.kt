package cn.privlens.suite.companion_reset

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    companion object {
        var last: String = ""
        fun keep(s: String) { last = s }
    }
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        keep((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId)
        keep("none")
    }
    override fun onStop() {
        super.onStop()
        Log.i("suite", last)
    }
}
