package cn.privlens.suite.destroyed_service_flushes;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startService(new Intent(this, Gather.class).putExtra("t", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)));
    }

    @Override
    protected void onDestroy() {
        stopService(new Intent(this, Gather.class));
        super.onDestroy();
    }
}
