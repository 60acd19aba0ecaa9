package cn.privlens.suite.launcher_activity;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button b = new Button(this);
        b.setOnClickListener(v -> startActivity(new Intent(this, Second.class)));
        setContentView(b);
    }
    @Override
    protected void onResume() {
        super.onResume();
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
    }
}
