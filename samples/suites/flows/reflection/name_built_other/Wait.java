package cn.privlens.suite.name_built_other;

import android.content.Context;

public class Wait {
    public String get(Context c) { return "wait"; }
}
