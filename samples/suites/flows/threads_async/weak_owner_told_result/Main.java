package cn.privlens.suite.weak_owner_told_result;

import android.app.Activity;
import android.os.AsyncTask;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Look(this, "查看").executeOnExecutor(AsyncTask.THREAD_POOL_EXECUTOR);
    }
    void told(String text) { Log.i("suite", text); }
}
