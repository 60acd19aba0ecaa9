package cn.privlens.suite.value_class

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

@JvmInline
value class Id(val text: String) {
    fun shown(): String = "id " + text
}

class Main : Activity() {
    private fun report(id: Id) { Log.i("suite", id.shown()) }
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        report(Id((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId))
    }
}
