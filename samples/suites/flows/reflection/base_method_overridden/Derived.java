package cn.privlens.suite.base_method_overridden;

public class Derived extends Base {
    @Override
    public String line(String text) { return "[-]"; }
}
