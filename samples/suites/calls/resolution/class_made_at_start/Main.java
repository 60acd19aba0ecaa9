package cn.privlens.suite.class_made_at_start;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;

public class Main extends Activity {
    static abstract class Part { abstract void go(Context c); }
    static class Plain extends Part {
        @Override
        void go(Context c) { c.getPackageName(); }
    }
    static class Deep extends Part {
        @Override
        void go(Context c) { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }
    }
    private Part part;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        part = new Deep();
        part.go(this);
        Button b = new Button(this);
        b.setOnClickListener(v -> {
            part = new Deep();
            part.go(this);
        });
        setContentView(b);
    }
}
