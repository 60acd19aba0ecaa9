package cn.privlens.suite.track_dsl

data class Event(val name: String, val props: Map<String, String>, val at: Long = 0L)

object Tracker {
    private val waiting = mutableListOf<Event>()
    var sink: ((String) -> Unit)? = null

    inline fun track(name: String, block: MutableMap<String, String>.() -> Unit) {
        submit(Event(name, LinkedHashMap<String, String>().apply(block)))
    }

    fun submit(event: Event) {
        waiting += event.copy(at = System.currentTimeMillis())
        flush()
    }

    private fun flush() {
        val lines = waiting.map { (name, props) -> name + props.entries.joinToString(prefix = "{", postfix = "}") { "${it.key}=${it.value}" } }
        waiting.clear()
        lines.forEach { sink?.invoke(it) }
    }
}
