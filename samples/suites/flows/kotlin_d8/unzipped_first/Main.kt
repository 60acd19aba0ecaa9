package cn.privlens.suite.unzipped_first

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val (ids, names) = listOf((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId to "a", "x" to "b").unzip()
        Log.i("suite", ids.joinToString())
        setTitle("${ids.size} ${names.size}")
    }
}
