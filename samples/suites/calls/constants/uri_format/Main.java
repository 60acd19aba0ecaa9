package cn.privlens.suite.uri_format;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Cursor c = getContentResolver().query(Uri.parse(String.format("content://%s/%s", "call_log", "calls")), null, null, null, null);
        setTitle("" + c);
    }
}
