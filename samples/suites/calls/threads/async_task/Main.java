package cn.privlens.suite.async_task;

import android.app.Activity;
import android.content.Context;
import android.os.AsyncTask;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;

public class Main extends Activity {
    private class T extends AsyncTask<Void, Void, Void> {
        @Override
        protected Void doInBackground(Void... v) {
            ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
            return null;
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        T t = new T();
        t.execute();
        Button b = new Button(this);
        b.setOnClickListener(v -> { t.cancel(true);  });
        setContentView(b);
    }
}
