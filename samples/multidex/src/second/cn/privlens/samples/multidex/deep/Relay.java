package cn.privlens.samples.multidex.deep;

import android.content.Context;
import android.provider.Settings;
import cn.privlens.samples.multidex.First;

/** In the second DEX file. */
public final class Relay {
    public String pass(Context context) {
        return First.subscriber(context) + own(context);
    }

    private String own(Context context) {
        return Settings.Secure.getString(context.getContentResolver(), "android_id");
    }
}
