package cn.privlens.suite.when_agreed_block

import android.content.Context
import android.content.SharedPreferences

const val KEY = "privacy_agreed"

fun Context.privacy(): SharedPreferences = getSharedPreferences("privacy", Context.MODE_PRIVATE)

fun Context.whenAgreed(block: () -> Unit, otherwise: () -> Unit = {}) {
    if (privacy().getBoolean(KEY, false)) block() else otherwise()
}
