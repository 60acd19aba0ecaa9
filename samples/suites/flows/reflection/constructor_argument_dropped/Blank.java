package cn.privlens.suite.constructor_argument_dropped;

public class Blank {
    public Blank(String t) { t.length(); }
    @Override
    public String toString() { return "blank"; }
}
