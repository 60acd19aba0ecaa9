package cn.privlens.suite.saved_state;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    private String id;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (state != null) {
            Log.i("suite", state.getString("id"));
        }
        id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
    }
    @Override
    protected void onSaveInstanceState(Bundle out) {
        super.onSaveInstanceState(out);
        out.putString("id", id);
        out.putString("tab", "home");
    }
}
