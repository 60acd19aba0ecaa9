package cn.privlens.suite.list_helper_in_turn;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.ArrayList;
import java.util.List;

public class Main extends Activity {
    private static void pair(List<String> into, String name, String value) {
        into.add(name);
        into.add(value);
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TelephonyManager phone = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
        List<String> all = new ArrayList<>();
        pair(all, "卡", phone.getSimSerialNumber());
        pair(all, "系统", "安卓");
        pair(all, "号", phone.getSubscriberId());
        Log.i("suite", all.get(0) + all.get(2) + all.get(3));
        Log.i("suite", all.get(5));
    }
}
