package cn.privlens.suite.stream_reduced;

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
        String line = parts.stream().reduce("", (before, part) -> before + part);
        Log.i("suite", line);
    }
}
