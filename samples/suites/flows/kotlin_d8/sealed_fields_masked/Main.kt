package cn.privlens.suite.sealed_fields_masked

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    private val number: String
        get() = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).line1Number.orEmpty()

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val form = Form.of(
            Field.Plain("lang", "zh"),
            Field.Count("visits", 3),
            Field.Private("tel", number)
        )
        Log.i("form", form.text())
    }
}
