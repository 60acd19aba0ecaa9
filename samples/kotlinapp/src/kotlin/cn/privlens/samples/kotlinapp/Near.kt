package cn.privlens.samples.kotlinapp

/** Property with the name of an identifier. */
object Near {
    val deviceId: String
        get() = "none"

    /** The name of a key in a sentence. */
    fun explain(): String = "android_id is not read here"
}
