package cn.privlens.suite.state_flow_agreed

import android.app.Activity
import android.app.AlertDialog
import android.os.Bundle

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val app = application as App
        AlertDialog.Builder(this)
            .setTitle("隐私政策")
            .setMessage("请您阅读并同意隐私政策")
            .setPositiveButton("同意") { _, _ -> app.answered(Answer.AGREED) }
            .setNegativeButton("不同意") { _, _ -> app.answered(Answer.REFUSED) }
            .show()
    }
}
