package cn.privlens.suite.uri_other_class;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Cursor c = getContentResolver().query(Uri.parse(Places.WHERE), null, null, null, null);
        setTitle("" + c);
    }
}
