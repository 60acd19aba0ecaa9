package cn.privlens.suite.list_removed_shift;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.util.LinkedList;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> queue = new LinkedList<>();
        queue.add("first");
        queue.add(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        queue.remove(0);
        queue.add("last");
        Log.i("suite", queue.get(0));
    }
}
