package cn.privlens.suite.last_action_counts

class Entry {
    var onDone: (String) -> Unit = {}

    fun done(text: String) {
        onDone(text)
    }
}
