package cn.privlens.suite.uri_other_class;

final class Places {
    static final String WHERE;
    static {
        WHERE = "content://" + "call_log" + "/calls";
    }
}
