package cn.privlens.suite.uri_format;

final class Places {
    static final String WHERE;
    static {
        WHERE = "content://" + "call_log" + "/calls";
    }
}
