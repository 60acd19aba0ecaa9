package cn.privlens.suite.unknown_name_no_value;

public abstract class Plugin {
    public abstract void run(String s);
}
