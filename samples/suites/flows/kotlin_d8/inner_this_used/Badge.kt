package cn.privlens.suite.inner_this_used

class Badge(val label: String, val size: Int)
