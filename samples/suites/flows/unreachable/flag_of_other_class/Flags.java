package cn.privlens.suite.flag_of_other_class;

final class Flags {
    static final boolean LOGGING;
    static {
        LOGGING = false;
    }
    private Flags() {}
}
