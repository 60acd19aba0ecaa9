package cn.privlens.suite.plugin_table_other;

import android.content.Context;

public class AppCollector {
    public String collect(Context context) {
        return "app";
    }
}
