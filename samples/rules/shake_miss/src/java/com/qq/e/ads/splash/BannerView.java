package com.qq.e.ads.splash;

import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import android.provider.Settings;
import android.view.View;

/** Written for this sample: stands under the package name of an ad SDK; no line of it is in it. */
public final class BannerView implements View.OnClickListener {
    private final Context context;
    private String device = "";

    public BannerView(Context context) {
        this.context = context;
    }

    public View.OnClickListener show() {
        device = Settings.Secure.getString(context.getContentResolver(), "android_id");
        return this;
    }

    @Override
    public void onClick(View view) {
        context.startActivity(new Intent(Intent.ACTION_VIEW, Uri.parse("taobao://item/1?d=" + device)));
    }
}
