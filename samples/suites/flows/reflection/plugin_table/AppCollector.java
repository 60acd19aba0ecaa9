package cn.privlens.suite.plugin_table;

import android.content.Context;

public class AppCollector {
    public String collect(Context context) {
        return "app";
    }
}
