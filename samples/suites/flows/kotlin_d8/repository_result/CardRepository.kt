package cn.privlens.suite.repository_result

import android.content.Context
import android.telephony.TelephonyManager
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.delay
import kotlinx.coroutines.withContext

sealed class Outcome<out T> {
    class Success<T>(val value: T) : Outcome<T>()

    class Failure(val message: String) : Outcome<Nothing>()
}

class CardRepository(private val context: Context) {
    suspend fun load(): Outcome<String> = withContext(Dispatchers.IO) {
        val tm = context.getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager
        val number: String? = tm.simSerialNumber
        delay(50)
        if (number.isNullOrEmpty()) Outcome.Failure("no card") else Outcome.Success(number.trim())
    }
}
