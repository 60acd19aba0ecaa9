package cn.privlens.suite.base_method_invoked;

public class Derived extends Base {
    @Override
    public String toString() { return "derived"; }
}
