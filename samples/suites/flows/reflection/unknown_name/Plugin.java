package cn.privlens.suite.unknown_name;

public abstract class Plugin {
    public abstract void run(String s);
}
