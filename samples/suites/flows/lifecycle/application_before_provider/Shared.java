package cn.privlens.suite.application_before_provider;

final class Shared {
    static String id = "";
}
