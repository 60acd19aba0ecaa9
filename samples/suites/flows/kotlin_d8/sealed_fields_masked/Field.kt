package cn.privlens.suite.sealed_fields_masked

sealed class Field {
    abstract val name: String

    data class Plain(override val name: String, val text: String) : Field()
    data class Count(override val name: String, val number: Int) : Field()
    data class Private(override val name: String, val value: String) : Field()
}

fun Field.render(): String = when (this) {
    is Field.Plain -> "$name=$text"
    is Field.Count -> "$name=#$number"
    is Field.Private -> "$name=***"
}
