package cn.privlens.suite.late_property

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    private lateinit var text: String
    private fun fill() { text = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId }
    private fun clear() { text = "" }
    private fun tell() { Log.i("suite", text) }
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        fill()
        setTitle("set")
        if (::text.isInitialized) {
            tell()
        }
    }
}
