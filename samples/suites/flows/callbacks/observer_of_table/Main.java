package cn.privlens.suite.observer_of_table;

import android.app.Activity;
import android.database.ContentObserver;
import android.net.Uri;
import android.os.Bundle;
import android.os.Handler;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        ContentObserver observer = new ContentObserver(new Handler()) {
            @Override
            public void onChange(boolean self) { Log.i("suite", id); }
        };
        getContentResolver().registerContentObserver(Uri.parse("content://settings/system"), true, observer);
    }
}
