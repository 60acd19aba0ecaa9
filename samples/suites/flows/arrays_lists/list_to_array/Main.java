package cn.privlens.suite.list_to_array;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.text.TextUtils;
import android.util.Log;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> all = new ArrayList<>(Arrays.asList("m", "n"));
        all.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        String[] cells = all.toArray(new String[0]);
        String joined = TextUtils.join(",", cells);
        Log.i("suite", joined);
    }
}
