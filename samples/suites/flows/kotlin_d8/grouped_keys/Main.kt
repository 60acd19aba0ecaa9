package cn.privlens.suite.grouped_keys

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Fact(val kind: String, val value: String)

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val facts = listOf(Fact("device", (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId), Fact("app", "v1"), Fact("device", "model"))
        val groups = facts.groupBy({ it.kind }, { it.value })
        for ((kind, values) in groups) {
            Log.i("suite", kind)
        }
    }
}
