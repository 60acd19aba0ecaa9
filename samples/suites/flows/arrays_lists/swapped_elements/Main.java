package cn.privlens.suite.swapped_elements;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> all = new ArrayList<>();
        all.add(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        all.add("b");
        all.add("c");
        Collections.swap(all, 0, 2);
        Log.i("suite", all.get(2));
    }
}
