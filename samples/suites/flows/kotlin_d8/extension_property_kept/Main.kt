package cn.privlens.suite.extension_property_kept

import android.app.Activity
import android.content.Context
import android.net.wifi.WifiManager
import android.os.Bundle
import android.util.Log
import android.view.View

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val one = View(this)
        val two = View(this)
        val wifi = getSystemService(Context.WIFI_SERVICE) as WifiManager
        one.note = wifi.connectionInfo.ssid.orEmpty()
        two.note = "二"
        Log.i("suite", one.note)
    }
}
