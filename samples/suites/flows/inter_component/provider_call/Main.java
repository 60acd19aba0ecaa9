package cn.privlens.suite.provider_call;

import android.app.Activity;
import android.net.Uri;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    private static final Uri KEYS = Uri.parse("content://cn.privlens.suite.provider_call.keys");

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bundle answer = getContentResolver().call(KEYS, "subscriber", null, null);
        if (answer != null) {
            Log.i("keys", answer.getString("value", "none"));
        }
    }
}
