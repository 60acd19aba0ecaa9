package cn.privlens.suite.observable_property_old

import kotlin.properties.Delegates

class Session(private val onChange: (String, String) -> Unit) {
    var number: String by Delegates.observable("unset") { _, old, new ->
        if (old != new) onChange(old, new)
    }
}
