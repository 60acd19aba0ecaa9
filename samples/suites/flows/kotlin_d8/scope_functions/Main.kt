package cn.privlens.suite.scope_functions

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Form { var body: String = "" }
class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val form = Form().apply { body = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).simSerialNumber }
        val text = with(form) { "<" + body + ">" }
        text.also { title = "t" }.let { Log.i("suite", it) }
    }
}
