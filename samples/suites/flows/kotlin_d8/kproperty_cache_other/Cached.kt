package cn.privlens.suite.kproperty_cache_other

import kotlin.properties.ReadWriteProperty
import kotlin.reflect.KProperty

class Cached(private val standard: String) : ReadWriteProperty<Any?, String> {
    override fun getValue(thisRef: Any?, property: KProperty<*>): String = values[property.name] ?: standard

    override fun setValue(thisRef: Any?, property: KProperty<*>, value: String) {
        values[property.name] = value
    }

    private companion object {
        val values = HashMap<String, String>()
    }
}

object Device {
    var mac by Cached("00")
    var channel by Cached("store")
}
