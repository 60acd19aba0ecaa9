package cn.privlens.suite.associate_values

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Field(val name: String, val value: String)

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val fields = listOf(Field("sim", (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).simSerialNumber), Field("app", packageName))
        val map = fields.associate { it.name to it.value }
        Log.i("suite", map.values.joinToString(";"))
    }
}
