package cn.privlens.suite.lazy_first_used_by_agreement

import android.app.Activity
import android.app.AlertDialog
import android.os.Bundle

class Main : Activity() {
    private val device by lazy { Device(applicationContext) }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        title = "欢迎"
        AlertDialog.Builder(this)
            .setTitle("个人信息保护指引")
            .setMessage("请阅读《隐私政策》，点击同意后开始使用")
            .setPositiveButton("同意") { _, _ -> title = device.number.take(2) }
            .setNegativeButton("不同意") { _, _ -> finish() }
            .setCancelable(false)
            .show()
    }
}
