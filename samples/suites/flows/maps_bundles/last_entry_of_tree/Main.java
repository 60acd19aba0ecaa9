package cn.privlens.suite.last_entry_of_tree;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.util.TreeMap;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TreeMap<String, String> sorted = new TreeMap<>();
        sorted.put("z", "last");
        sorted.put("a", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        Log.i("suite", sorted.lastEntry().getValue());
    }
}
