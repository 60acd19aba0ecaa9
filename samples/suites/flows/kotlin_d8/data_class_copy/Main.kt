package cn.privlens.suite.data_class_copy

import android.app.Activity
import android.os.Bundle
import android.provider.Settings
import android.util.Log

data class Dev(val id: String, val os: String)
class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val dev = Dev(Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID), "14").copy(os = "15")
        val (id, os) = dev
        Log.i("suite", id)
    }
}
