package cn.privlens.suite.folded_text

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val parts = listOf("v1", (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId, "end")
        val line = parts.fold("") { before, part -> before + part + "," }
        Log.i("suite", line)
    }
}
