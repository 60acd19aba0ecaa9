package cn.privlens.suite.fragment_to_activity;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Reader reader = new Reader();
        getFragmentManager().beginTransaction().add(reader, "r").commit();
    }
    void got(String text) {
        Log.i("suite", text);
    }
}
