package io.flutter.plugin.text;

import android.content.Context;
import android.content.Intent;
import android.content.pm.ResolveInfo;

public class ProcessTextPlugin {
    private final Context context;
    public ProcessTextPlugin(Context context) {
        this.context = context;
        cacheResolveInfos();
    }
    public void cacheResolveInfos() {
        Intent i = new Intent().setAction("android.intent.action.PROCESS_TEXT").setType("text/plain");
        for (ResolveInfo r : context.getPackageManager().queryIntentActivities(i, 0)) {
            r.loadLabel(context.getPackageManager());
        }
    }
}
