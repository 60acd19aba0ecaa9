package cn.privlens.suite.awaited_names

import java.net.HttpURLConnection
import java.net.URL
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

object Api {
    suspend fun post(body: String): Int = withContext(Dispatchers.IO) {
        val connection = URL("https://all.example.com/ids").openConnection() as HttpURLConnection
        try {
            connection.doOutput = true
            connection.outputStream.use { it.write(body.toByteArray()) }
            connection.responseCode
        } finally {
            connection.disconnect()
        }
    }
}
