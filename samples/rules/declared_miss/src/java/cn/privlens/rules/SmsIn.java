package cn.privlens.rules;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** The app is the one that shows text messages. */
public class SmsIn extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        setResultCode(1);
    }
}
