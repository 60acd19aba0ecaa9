package cn.privlens.suite.helper_named_after_base;

public interface Helper {
    void take(String text);
}
