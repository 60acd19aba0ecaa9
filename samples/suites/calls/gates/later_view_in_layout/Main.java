package cn.privlens.suite.later_view_in_layout;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.consent);
        findViewById(R.id.agree).setOnClickListener(view -> setTitle("好"));
        findViewById(R.id.later).setOnClickListener(view -> begin());
    }
    private void begin() {
        new Thread(() -> ((TelephonyManager) this.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId()).start();
    }
}
