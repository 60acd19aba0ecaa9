package cn.privlens.suite.constructor_argument;

public class Blank {
    public Blank(String t) { t.length(); }
    @Override
    public String toString() { return "blank"; }
}
