package cn.privlens.samples.kotlinapp

import android.content.ClipboardManager
import android.content.Context
import android.database.Cursor
import android.net.Uri

/** An extension function: a static method of ExtensionsKt. */
fun Context.pasted(): String? {
    val clipboard = getSystemService(Context.CLIPBOARD_SERVICE) as ClipboardManager
    return clipboard.primaryClip?.getItemAt(0)?.text?.toString()
}

/** Inlined: the read stands in every caller. */
inline fun Context.rows(uri: String, use: (Cursor) -> Unit) {
    contentResolver.query(Uri.parse(uri), null, null, null, null)?.let(use)
}

/** Nothing calls it. */
fun Context.unusedSerial(): String = Identity.phone(this).simSerialNumber
