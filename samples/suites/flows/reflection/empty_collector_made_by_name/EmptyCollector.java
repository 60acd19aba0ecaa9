package cn.privlens.suite.empty_collector_made_by_name;

import android.content.Context;

public class EmptyCollector implements Collector {
    public EmptyCollector(Context context) {
        context.getPackageName();
    }

    @Override
    public String collect() {
        return "";
    }
}
