package cn.privlens.suite.cached_by_id_key

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Cache {
    private val all = HashMap<String, String>()
    fun get(key: String, make: () -> String): String = all.getOrPut(key, make)
}

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val cache = Cache()
        cache.get("id") { (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).subscriberId ?: "" }
        cache.get("name") { "demo" }
        Log.i("suite", cache.get("id") { "missing" })
    }
}
