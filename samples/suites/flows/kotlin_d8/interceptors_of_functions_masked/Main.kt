package cn.privlens.suite.interceptors_of_functions_masked

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

typealias Step = (String) -> String

class Main : Activity() {
    private val steps: List<Step> = listOf(
        { it.trim() },
        { "[$it]" },
        { "***" }
    )

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val out = steps.fold((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId) { text, step -> step(text) }
        Log.i("suite", out)
    }
}
