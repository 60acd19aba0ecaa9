package cn.privlens.samples.coroutines

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.provider.ContactsContract
import android.provider.Settings
import android.telephony.TelephonyManager
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

/** Reads in coroutines: before and after a suspension, and in a block run by another dispatcher. */
class MainActivity : Activity() {
    private val scope = CoroutineScope(Dispatchers.Default)

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        scope.launch {
            val first = phone().deviceId
            delay(10)
            val second = subscriber()
            withContext(Dispatchers.IO) { contacts() }
            if (first == second) finish()
        }
    }

    /** Suspends, then reads: the read is in a later state of the function. */
    private suspend fun subscriber(): String {
        delay(20)
        return phone().subscriberId
    }

    private fun contacts(): Int =
        contentResolver.query(ContactsContract.Contacts.CONTENT_URI, null, null, null, null)
            ?.count ?: 0

    private fun phone() = getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager

    /** A suspending function that nothing calls. */
    suspend fun unused(): String {
        delay(30)
        return Settings.Secure.getString(contentResolver, "android_id")
    }
}
