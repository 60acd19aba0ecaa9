package cn.privlens.suite.coroutine_once

import android.app.Activity
import android.content.Context
import android.location.LocationManager
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch

class Main : Activity() {
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)
    private var last: String? = null

    override fun onStart() {
        super.onStart()
        scope.launch {
            delay(15_000)
            read()
        }
    }

    private fun read() {
        val manager = getSystemService(Context.LOCATION_SERVICE) as LocationManager
        last = manager.getLastKnownLocation(LocationManager.GPS_PROVIDER)?.provider
    }
}
