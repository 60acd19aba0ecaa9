package cn.privlens.suite.enum_with_other_function

enum class Shape(val form: (String) -> String) {
    OPEN({ "<$it>" }),
    CLOSED({ "<●>" })
}
