package cn.privlens.suite.static_versus_instance;

final class Shared {
    static String id;
    private Shared() {}
}
