package cn.privlens.suite.note_file_used_again

import android.content.Context

class NoteStore(private val context: Context) {
    fun write(name: String, text: String) {
        context.openFileOutput(name, Context.MODE_PRIVATE).use { out ->
            out.write(text.toByteArray())
        }
    }

    fun read(name: String): String =
        context.openFileInput(name).bufferedReader().use { reader -> reader.readText() }
}
