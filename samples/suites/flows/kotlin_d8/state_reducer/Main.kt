package cn.privlens.suite.state_reducer

import android.app.Activity
import android.content.Context
import android.os.Bundle
import android.telephony.TelephonyManager
import android.util.Log

data class State(val user: String = "", val title: String = "", val count: Int = 0)

sealed class Action {
    data class SetUser(val user: String) : Action()
    data class SetTitle(val title: String) : Action()
    object Tick : Action()
}

class Store(private var state: State, private val onState: (State) -> Unit) {
    fun dispatch(action: Action) {
        state = reduce(state, action)
        onState(state)
    }

    private fun reduce(old: State, action: Action): State = when (action) {
        is Action.SetUser -> old.copy(user = action.user)
        is Action.SetTitle -> old.copy(title = action.title)
        Action.Tick -> old.copy(count = old.count + 1)
    }
}

class Main : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val store = Store(State()) { Log.i("suite", it.user) }
        store.dispatch(Action.SetUser((getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).line1Number))
        store.dispatch(Action.SetTitle("主页"))
        store.dispatch(Action.Tick)
    }
}
