package cn.privlens.suite.base_method_overridden;

public class Base {
    public String line(String text) { return "[" + text + "]"; }
}
