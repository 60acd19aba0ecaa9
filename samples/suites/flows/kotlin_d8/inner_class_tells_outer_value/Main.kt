package cn.privlens.suite.inner_class_tells_outer_value

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log
import android.view.View
import android.widget.Button

class Main : Activity() {
    private var value: String? = "page"

    inner class Row(private val value: String) : View.OnClickListener {
        private var taps = 0

        override fun onClick(view: View) {
            taps++
            val text = this@Main.value
            Log.i("suite", "row $text was tapped $taps times")
        }
    }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val button = Button(this)
        button.setOnClickListener(Row("first"))
        setContentView(button)
    }

    override fun onResume() {
        super.onResume()
        value = (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).line1Number
    }
}
