package cn.privlens.suite.last_action_logs

class Entry {
    var onDone: (String) -> Unit = {}

    fun done(text: String) {
        onDone(text)
    }
}
