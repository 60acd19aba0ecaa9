package cn.privlens.suite.retried_length

import java.io.IOException

inline fun <T> retry(times: Int, block: (Int) -> T): T {
    var last: IOException? = null
    for (attempt in 0 until times) {
        try {
            return block(attempt)
        } catch (e: IOException) {
            last = e
        }
    }
    throw IllegalStateException("failed $times times", last)
}
