package cn.privlens.suite.kotlin_delegate_default_true

import android.app.Activity
import android.app.AlertDialog
import android.os.Bundle

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setPositiveButton("同意") { _, _ -> (application as App).privacyAgreed = true }
                .setNegativeButton("不同意") { _, _ -> finish() }
                .show()
    }
}
