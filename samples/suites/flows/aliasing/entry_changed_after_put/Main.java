package cn.privlens.suite.entry_changed_after_put;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    static final class Entry {
        String value = "";

        Entry copy() {
            Entry e = new Entry();
            e.value = value;
            return e;
        }
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Map<String, Entry> entries = new HashMap<>();
        Entry e = new Entry();
        entries.put("id", e);
        e.value = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        Log.i("suite", entries.get("id").value);
    }
}
