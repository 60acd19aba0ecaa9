package cn.privlens.suite.stream_beside_stream;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Upload(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)).start();
    }
}
