package cn.privlens.suite.inbox_observer_forwards;

import android.app.Activity;
import android.net.Uri;
import android.os.Bundle;
import android.os.Handler;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getContentResolver().registerContentObserver(Uri.parse("content://sms"), true, new InboxObserver(this, new Handler()));
    }
}
