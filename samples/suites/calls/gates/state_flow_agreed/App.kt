package cn.privlens.suite.state_flow_agreed

import android.app.Application
import android.content.Context
import android.telephony.TelephonyManager
import kotlinx.coroutines.*
import kotlinx.coroutines.flow.*

enum class Answer { NOT_ASKED, AGREED, REFUSED }

class App : Application() {
    val answer = MutableStateFlow(Answer.NOT_ASKED)

    override fun onCreate() {
        super.onCreate()
        val kept = getSharedPreferences("privacy", Context.MODE_PRIVATE).getString("privacy_answer", null)
        if (kept != null) {
            answer.value = Answer.valueOf(kept)
        }
        CoroutineScope(Dispatchers.Default).launch {
            answer.collect {
                if (it == Answer.AGREED) {
                    val tm = getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager
                    tm.deviceId
                }
            }
        }
    }

    fun answered(a: Answer) {
        getSharedPreferences("privacy", Context.MODE_PRIVATE).edit().putString("privacy_answer", a.name).apply()
        answer.value = a
    }
}
