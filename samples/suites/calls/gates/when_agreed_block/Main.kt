package cn.privlens.suite.when_agreed_block

import android.app.Activity
import android.app.AlertDialog
import android.os.Bundle

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        whenAgreed({ title = "首页" }) {
            AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setPositiveButton("同意") { _, _ -> privacy().edit().putBoolean(KEY, true).apply() }
                .setNegativeButton("不同意") { _, _ -> finish() }
                .show()
        }
    }
}
