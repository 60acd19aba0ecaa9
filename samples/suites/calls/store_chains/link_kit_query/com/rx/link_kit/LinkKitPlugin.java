package com.rx.link_kit;

import android.content.Context;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.net.Uri;

public class LinkKitPlugin {
    private final Context context;
    public LinkKitPlugin(Context context) { this.context = context; }
    public boolean isFLKIntent(Intent intent) {
        Intent ask = new Intent(Intent.ACTION_VIEW, Uri.parse("flk://x"));
        return !context.getPackageManager().queryIntentActivities(ask, PackageManager.GET_META_DATA).isEmpty();
    }
}
