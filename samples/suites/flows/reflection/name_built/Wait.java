package cn.privlens.suite.name_built;

import android.content.Context;

public class Wait {
    public String get(Context c) { return "wait"; }
}
