package cn.privlens.suite.receiver_unregistered;

import android.app.Activity;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    private final BroadcastReceiver r = new BroadcastReceiver() {
        @Override
        public void onReceive(Context c, Intent i) { Log.i("suite", Settings.Secure.getString(c.getContentResolver(), Settings.Secure.ANDROID_ID)); }
    };
    @Override
    protected void onResume() {
        super.onResume();
        setTitle(r.toString());
    }
}
