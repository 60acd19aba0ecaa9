package cn.privlens.suite.take_if_agreed

import android.app.Activity
import android.app.AlertDialog
import android.os.Bundle

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        title = (application as App).id ?: "-"
        if (PrivacySettings.agreed) return
        AlertDialog.Builder(this)
            .setMessage("请阅读并同意隐私政策")
            .setPositiveButton("同意") { _, _ -> PrivacySettings.agreed = true }
            .setNegativeButton("不同意") { _, _ -> finish() }
            .show()
    }
}
