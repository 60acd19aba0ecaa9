package cn.privlens.suite.helper_named_after_page;

public interface Helper {
    void take(String text);
}
