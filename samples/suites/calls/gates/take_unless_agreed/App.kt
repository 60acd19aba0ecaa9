package cn.privlens.suite.take_unless_agreed

import android.app.Application
import android.provider.Settings

class App : Application() {
    var id: String? = null
        private set

    override fun onCreate() {
        super.onCreate()
        PrivacySettings.attach(this)
        PrivacySettings.takeUnless { it.agreed }?.let { id = read() }
    }

    private fun read(): String? = Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID)
}
