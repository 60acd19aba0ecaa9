package cn.privlens.suite.walk_drops_line

import android.app.Activity
import android.os.Bundle
import android.provider.Settings
import android.util.Log

class Folder(val name: String, val owner: String, val inner: Folder?)

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val id = Settings.Secure.getString(contentResolver, Settings.Secure.ANDROID_ID)
        val last = Folder("pictures", "all", null)
        val top = Folder("root", id, Folder("data", "all", last))
        Log.i("suite", walk(top, ""))
    }

    private tailrec fun walk(folder: Folder, line: String): String {
        val inner = folder.inner ?: return line + "/" + folder.name
        return walk(inner, line + "/" + folder.name)
    }
}
