package cn.privlens.suite.observable_property

import kotlin.properties.Delegates

class Session(private val onChange: (String, String) -> Unit) {
    var number: String by Delegates.observable("unset") { _, old, new ->
        if (old != new) onChange(old, new)
    }
}
