package cn.privlens.suite.worker_input;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import androidx.work.Data;
import androidx.work.OneTimeWorkRequest;
import androidx.work.WorkManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Data d = new Data.Builder().putString("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()).putString("n", "名").build();
        WorkManager.getInstance(this).enqueue(new OneTimeWorkRequest.Builder(Up.class).setInputData(d).build());
    }
}
