package cn.privlens.suite.sealed_fields_shown

class Form private constructor(private val fields: List<Field>) {
    fun text(): String = fields.asSequence()
        .filter { it.name.isNotEmpty() }
        .map { it.render() }
        .joinToString("&")

    companion object {
        fun of(vararg fields: Field): Form = Form(fields.toList())
    }
}
