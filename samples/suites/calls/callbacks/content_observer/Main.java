package cn.privlens.suite.content_observer;

import android.app.Activity;
import android.content.Context;
import android.database.ContentObserver;
import android.net.Uri;
import android.os.Bundle;
import android.os.Handler;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ContentObserver o = new ContentObserver(new Handler()) {
            @Override
            public void onChange(boolean self) { ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId(); }
        };
        getContentResolver().registerContentObserver(Uri.parse("content://settings/system"), true, o);
    }
}
