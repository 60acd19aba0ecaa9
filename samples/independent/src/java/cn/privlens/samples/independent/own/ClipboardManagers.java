package cn.privlens.samples.independent.own;

/** Has a method named like one of the framework. */
public final class ClipboardManagers {
    public String getPrimaryClip() {
        return "剪";
    }
}
