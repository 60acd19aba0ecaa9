package cn.privlens.suite.task_fields;

import android.app.Activity;
import android.os.AsyncTask;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private class Send extends AsyncTask<Integer, Void, Integer> {
        private final String secret;
        private final String label;
        Send(String secret, String label) {
            this.secret = secret;
            this.label = label;
        }
        @Override
        protected Integer doInBackground(Integer... n) {
            Log.i("suite", secret + n[0]);
            return 0;
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Send(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId(), "标签").executeOnExecutor(AsyncTask.THREAD_POOL_EXECUTOR, 5);
    }
}
