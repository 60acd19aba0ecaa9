package cn.privlens.suite.cursor_own_provider;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Uri uri = Uri.parse("content://cn.example.weather/cities");
        Cursor c = getContentResolver().query(uri, new String[] {"number"}, null, null, null);
        if (c != null && c.moveToFirst()) {
            Log.i("suite", c.getString(0));
        }
    }
}
