package cn.privlens.suite.enum_with_function

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val phone = getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager
        Log.i("suite", Shape.OPEN.form(phone.subscriberId.orEmpty()))
    }
}
