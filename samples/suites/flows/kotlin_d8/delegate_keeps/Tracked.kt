package cn.privlens.suite.delegate_keeps

import kotlin.properties.ReadWriteProperty
import kotlin.reflect.KProperty

class Tracked(private var current: String) : ReadWriteProperty<Any?, String> {
    private var changes = 0

    override fun getValue(thisRef: Any?, property: KProperty<*>): String = "$current ($changes)"

    override fun setValue(thisRef: Any?, property: KProperty<*>, value: String) {
        if (value != current) {
            changes++
        }
        current = value
    }
}
