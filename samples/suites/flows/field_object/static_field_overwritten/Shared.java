package cn.privlens.suite.static_field_overwritten;

final class Shared {
    static String id;
    private Shared() {}
}
