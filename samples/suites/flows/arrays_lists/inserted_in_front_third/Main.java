package cn.privlens.suite.inserted_in_front_third;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.ArrayList;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> lines = new ArrayList<>();
        lines.add("一");
        lines.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        lines.add(0, "零");
        Log.i("lines", lines.get(2));
    }
}
