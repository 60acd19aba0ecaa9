package cn.privlens.suite.failure_after_retries;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.IOException;

public class Main extends Activity {
    private static final int ATTEMPTS = 3;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Upload upload = new Upload(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        String last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                upload.once(attempt);
                last = null;
                break;
            } catch (IOException e) {
                last = e.getMessage();
            }
        }
        if (last != null) {
            Log.e("upload", last);
        }
    }
}
