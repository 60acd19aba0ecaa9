package cn.privlens.suite.cancelled_task_never_posts;

import android.app.Activity;
import android.content.Context;
import android.os.AsyncTask;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private class Read extends AsyncTask<Void, Void, String> {
        @Override
        protected String doInBackground(Void... nothing) { return ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }
        @Override
        protected void onPostExecute(String result) { Log.i("suite", "" + result); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Read task = new Read();
        task.execute();
        task.cancel(true);
    }
}
