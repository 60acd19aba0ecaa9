package cn.privlens.suite.delayed_static_flag;

final class Flags {
    static volatile boolean privacyAgreed;

    private Flags() {}
}
