package cn.privlens.suite.delayed_static_flag_preset;

final class Flags {
    static volatile boolean privacyAgreed;

    private Flags() {}
}
