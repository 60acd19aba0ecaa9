package cn.privlens.suite.local_type_other;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;

public class Main extends Activity {
    interface Step { void run(Context c); }
    static class One implements Step {
        @Override
        public void run(Context c) { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId(); }
    }
    static class Two implements Step {
        @Override
        public void run(Context c) { c.getPackageName(); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Step one = new One();
        Step two = new Two();
        two.run(this);
        Button b = new Button(this);
        b.setOnClickListener(v -> { one.run(this); });
        setContentView(b);
    }
}
