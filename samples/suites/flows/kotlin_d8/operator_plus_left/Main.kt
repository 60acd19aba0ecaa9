package cn.privlens.suite.operator_plus_left

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Report(val text: String) {
    operator fun plus(other: Report) = Report(text + ";")
}

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val all = Report("v1") + Report((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).simSerialNumber)
        Log.i("suite", all.text)
    }
}
