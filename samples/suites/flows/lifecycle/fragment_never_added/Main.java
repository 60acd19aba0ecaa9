package cn.privlens.suite.fragment_never_added;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Reader reader = new Reader();
        setTitle(reader.toString().isEmpty() ? "a" : "b");
    }
    void got(String text) {
        Log.i("suite", text);
    }
}
