package cn.privlens.samples.kotlinapp

import android.annotation.SuppressLint
import android.content.Context
import android.provider.Settings
import android.telephony.TelephonyManager

/** A singleton with constants, a lazy value and default arguments. */
@SuppressLint("HardwareIds")
object Identity {
    private const val KEY = "android_id"
    private lateinit var context: Context

    /** Computed at the first use, in the lambda that the compiler makes of the block. */
    val subscriber: String by lazy { phone(context).subscriberId }

    /** Lazy as well, and never used. */
    val unusedNumber: String by lazy { phone(context).line1Number }

    fun start(from: Context) {
        context = from.applicationContext
    }

    fun androidId(): String = Settings.Secure.getString(context.contentResolver, KEY)

    fun setting(context: Context, key: String = "bluetooth_address"): String =
        Settings.Secure.getString(context.contentResolver, key)

    fun phone(from: Context): TelephonyManager =
        from.getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager
}
