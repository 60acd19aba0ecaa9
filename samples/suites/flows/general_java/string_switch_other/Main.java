package cn.privlens.suite.string_switch_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private String text(String what) {
        switch (what) {
            case "设备":
            return ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
            case "城市":
            return "广州";
            default:
            return "";
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", text("城市"));
    }
}
