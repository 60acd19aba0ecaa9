package cn.privlens.suite.index_computed_range;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] rows = {"语言", "版本", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)};
        StringBuilder all = new StringBuilder();
        int end = 2;
        for (int i = 0; i < end; i++) {
            all.append(rows[i]).append(';');
        }
        Log.i("suite", all.toString());
    }
}
