package cn.privlens.suite.run_catching_constant

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val r = runCatching { (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId }
        Log.i("suite", r.fold({ "好" }, { "失败" }))
    }
}
