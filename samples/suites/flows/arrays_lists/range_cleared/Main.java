package cn.privlens.suite.range_cleared;

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
        List<String> all = new ArrayList<>();
        all.add("a");
        all.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        all.add("c");
        all.subList(1, 2).clear();
        StringBuilder out = new StringBuilder();
        for (String one : all) out.append(one);
        Log.i("suite", out.toString());
    }
}
