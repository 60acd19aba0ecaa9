package cn.privlens.suite.comparator_tells;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public class Main extends Activity {
    private int n;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> all = new ArrayList<>();
        all.add(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        all.add("b");
        Collections.sort(all, (a, b) -> {
            n++;
            Log.i("suite", a);
            return a.compareTo(b);
        });
    }
}
