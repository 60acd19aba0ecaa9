package cn.privlens.suite.asked_by_kotlin_refusal

import android.app.Activity
import android.app.AlertDialog
import android.os.Bundle

class Main : Activity() {
    private val wanted = arrayOf("android.permission.READ_CONTACTS", "android.permission.CAMERA")

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        AlertDialog.Builder(this)
            .setMessage("请阅读并同意《隐私政策》")
            .setPositiveButton("同意") { _, _ -> setTitle("好") }
            .setNegativeButton("不同意") { _, _ -> ask() }
            .show()
    }

    private fun ask() = requestPermissions(wanted, 1)
}
