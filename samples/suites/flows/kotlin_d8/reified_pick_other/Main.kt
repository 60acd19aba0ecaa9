package cn.privlens.suite.reified_pick_other

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Secret(val text: String)
class Plain(val text: String)

inline fun <reified T> pick(all: List<Any>): T = all.filterIsInstance<T>().first()

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val all = listOf<Any>(Plain("p"), Secret((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId))
        Log.i("suite", pick< Plain >(all).text)
    }
}
