package cn.privlens.suite.stream_counted;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.util.Arrays;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> parts = Arrays.asList("a", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID), "z");
        String line = "n" + parts.stream().filter(part -> part.length() > 1).count();
        Log.i("suite", line);
    }
}
