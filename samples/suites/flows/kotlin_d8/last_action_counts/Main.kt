package cn.privlens.suite.last_action_counts

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    private var total = 0

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val entry = Entry()
        entry.onDone = { Log.i("entry", "完成 $it") }
        entry.onDone = { total += it.length }
        entry.done((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).line1Number.orEmpty())
    }
}
