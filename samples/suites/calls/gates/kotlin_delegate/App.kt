package cn.privlens.suite.kotlin_delegate

import android.app.Application
import android.content.Context
import android.provider.Settings
import kotlin.reflect.KProperty

class Flag(private val c: Context, private val key: String, private val standard: Boolean) {
    private val p get() = c.getSharedPreferences("config", Context.MODE_PRIVATE)
    operator fun getValue(o: Any?, k: KProperty<*>): Boolean = p.getBoolean(key, standard)
    operator fun setValue(o: Any?, k: KProperty<*>, v: Boolean) { p.edit().putBoolean(key, v).apply() }
}
class App : Application() {
    var privacyAgreed by Flag(this, "privacy_agreed", false)
    override fun onCreate() {
        super.onCreate()
        if (privacyAgreed) {
            Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID)
        }
    }
}
