package cn.privlens.samples.kotlinapp

import android.app.Application

/** Starts a singleton before any screen. */
class KotlinApp : Application() {
    override fun onCreate() {
        super.onCreate()
        Identity.start(this)
    }
}
