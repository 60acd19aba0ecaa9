package cn.privlens.suite.flag_of_other_class_on;

final class Flags {
    static final boolean LOGGING;
    static {
        LOGGING = true;
    }
    private Flags() {}
}
