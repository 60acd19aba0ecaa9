package cn.privlens.suite.bundle_key;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bundle args = new Bundle();
        args.putString("token", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        args.putInt("n", 3);
        args.putString("title", "首页");
        show(args);
    }
    private void show(Bundle b) {
        String text = b.getString("token");
        Log.i("suite", text);
    }
}
