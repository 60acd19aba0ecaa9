package cn.privlens.suite.push_receiver_template;

import android.content.Context;
import android.provider.Settings;
import com.igexin.sdk.suite.BasePushReceiver;

public class PushReceiver extends BasePushReceiver {
    static String last;

    @Override
    protected void onMessage(Context context, String payload) {
        last = Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }
}
