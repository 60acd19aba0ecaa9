package cn.privlens.suite.property_above_asked

open class Ticket(private val serial: String) {
    open val code: String
        get() = "T" + serial
}

class PublicTicket(serial: String) : Ticket(serial) {
    override val code: String
        get() = "公开"

    val old: String
        get() = super.code
}
