package cn.privlens.suite.static_read_in_other_process;

class Kept {
    static volatile String value = "";
}
