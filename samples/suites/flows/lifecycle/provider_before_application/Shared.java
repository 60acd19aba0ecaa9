package cn.privlens.suite.provider_before_application;

final class Shared {
    static String id = "";
}
