package cn.privlens.suite.nested_copy_cleaned

import android.app.Activity
import android.os.Bundle
import android.provider.Settings
import android.util.Log

data class Device(val id: String, val model: String)
data class User(val name: String, val device: Device)

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val user = User("demo", Device(Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID), "m"))
        val clean = user.copy(device = user.device.copy(id = "none"))
        Log.i("suite", clean.device.id)
        setTitle(clean.name)
    }
}
