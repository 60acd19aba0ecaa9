package cn.privlens.suite.extension_property_kept_other

import android.view.View
import java.util.HashMap

private val notes = HashMap<View, String>()

var View.note: String
    get() = notes[this] ?: "无"
    set(value) {
        notes[this] = value
    }
