package cn.privlens.suite.async_task_progress_only;

import android.app.Activity;
import android.os.AsyncTask;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private class Task extends AsyncTask<String, Integer, String> {
        @Override
        protected String doInBackground(String... in) {
            publishProgress(in.length);
            return in[0] + "!";
        }
        @Override
        protected void onProgressUpdate(Integer... p) { Log.i("suite", "p" + p[0]); }
        @Override
        protected void onPostExecute(String out) { setTitle(out); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Task().execute(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
    }
}
