package cn.privlens.suite.base_method_invoked;

public class Base {
    public String line(String text) { return "[" + text + "]"; }
}
