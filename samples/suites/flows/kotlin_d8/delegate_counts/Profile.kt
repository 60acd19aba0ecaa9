package cn.privlens.suite.delegate_counts

class Profile {
    var card: String by Tracked("none")
    var theme: String by Tracked("light")

    fun summary(): String = "$card / $theme"
}
