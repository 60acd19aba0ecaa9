package cn.privlens.suite.when_agreed_block

import android.app.Application
import android.content.Context
import android.telephony.TelephonyManager

class App : Application() {
    var started = 0

    override fun onCreate() {
        super.onCreate()
        whenAgreed(
            { (this.getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).deviceId },
            otherwise = { started = 2 }
        )
    }
}
