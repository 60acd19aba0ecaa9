package cn.privlens.suite.notification_button_tells_number;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.util.Log;

public class ShareReceiver extends BroadcastReceiver {
    static final String ACTION = "cn.example.SHARE";

    @Override
    public void onReceive(Context context, Intent intent) {
        String number = intent.getStringExtra("number");
        if (number == null) {
            return;
        }
        Log.i("suite", "share " + number);
    }
}
