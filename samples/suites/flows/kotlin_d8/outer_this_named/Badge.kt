package cn.privlens.suite.outer_this_named

class Badge(val label: String, val size: Int)
