package cn.privlens.suite.delegate_counts

import android.app.Activity
import android.content.Context
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    private val profile = Profile()

    override fun onStart() {
        super.onStart()
        val phone = getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager
        profile.apply {
            card = phone.subscriberId
            theme = "dark"
        }
        Log.d("profile", profile.summary())
    }
}
