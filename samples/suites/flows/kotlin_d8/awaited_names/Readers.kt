package cn.privlens.suite.awaited_names

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope

suspend fun readAll(readers: List<suspend () -> String>): List<String> = coroutineScope {
    readers.map { reader -> async(Dispatchers.IO) { reader() } }.awaitAll()
}
