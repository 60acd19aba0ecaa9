package cn.privlens.suite.sequence_chain

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val text = sequenceOf("a", (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).simSerialNumber).map { it.reversed() }.filter { it.isNotEmpty() }.last()
        Log.i("suite", text)
    }
}
