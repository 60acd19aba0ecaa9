package cn.privlens.suite.plugin_table_other;

import android.content.Context;

public class ScreenCollector {
    public String collect(Context context) {
        return "portrait";
    }
}
