package cn.privlens.suite.note_file_used_again

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val phone = getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager
        val store = NoteStore(this)
        store.write("card.txt", "card " + phone.simSerialNumber)
        store.write("help.txt", "Tap to begin")
        val again = store.read("card.txt")
        if (again.isNotBlank()) {
            Log.i("suite", again.trim())
        }
    }
}
