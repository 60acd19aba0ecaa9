package cn.privlens.suite.async_task_cancel_only;

import android.app.Activity;
import android.os.AsyncTask;
import android.os.Bundle;
import android.os.SystemClock;
import android.telephony.TelephonyManager;
import android.widget.Button;

public class Main extends Activity {
    private class T extends AsyncTask<Void, Void, Void> {
        @Override
        protected Void doInBackground(Void... v) {
            SystemClock.sleep(10000);
            return null;
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        T t = new T();
        t.execute();
        Button b = new Button(this);
        b.setOnClickListener(v -> { t.cancel(true); ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId(); });
        setContentView(b);
    }
}
