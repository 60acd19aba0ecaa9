package cn.privlens.suite.future_task;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.concurrent.FutureTask;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        FutureTask<String> t = new FutureTask<>(() -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        new Thread(t).start();
        try {
            Log.i("suite", t.get());
        } catch (Exception e) {
            setTitle("e");
        }
    }
}
