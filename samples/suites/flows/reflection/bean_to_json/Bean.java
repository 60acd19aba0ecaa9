package cn.privlens.suite.bean_to_json;

final class Bean {
    String device;
    String channel = "store";
}
