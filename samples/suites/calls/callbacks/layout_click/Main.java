package cn.privlens.suite.layout_click;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.view.View;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state); setContentView(R.layout.main); }
    public void send(View v) { ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId(); }
}
