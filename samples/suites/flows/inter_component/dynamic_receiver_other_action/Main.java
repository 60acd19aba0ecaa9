package cn.privlens.suite.dynamic_receiver_other_action;

import android.app.Activity;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;

public class Main extends Activity {
    private final BroadcastReceiver receiver = new BroadcastReceiver() {
        @Override
        public void onReceive(Context context, Intent intent) {
            SmsManager.getDefault().sendTextMessage("10690000", null, intent.getStringExtra("x"), null, null);
        }
    };
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        registerReceiver(receiver, new IntentFilter("cn.example.OLD"));
        Intent intent = new Intent("cn.example.NEWS");
        intent.setPackage(getPackageName());
        intent.putExtra("x", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        sendBroadcast(intent);
    }
}
