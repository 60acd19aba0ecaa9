package cn.privlens.suite.bean_to_json_transient;

final class Bean {
    transient String device;
    String channel = "store";
}
