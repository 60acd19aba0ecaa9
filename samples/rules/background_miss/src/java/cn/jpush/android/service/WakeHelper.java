package cn.jpush.android.service;

import android.content.Context;
import android.content.Intent;
import android.provider.Settings;

/** Written for this sample: stands under the package name of a push SDK; no line of it is in it. */
public final class WakeHelper {
    private WakeHelper() {}

    public static void pay(Context context) {
        Intent pay = new Intent();
        pay.setClassName("com.tencent.mm", "com.tencent.mm.plugin.base.stub.WXEntryActivity");
        pay.putExtra("id", Settings.Secure.getString(context.getContentResolver(), "android_id"));
        context.startActivity(pay);
    }
}
