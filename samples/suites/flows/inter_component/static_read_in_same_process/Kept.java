package cn.privlens.suite.static_read_in_same_process;

class Kept {
    static volatile String value = "";
}
