package cn.privlens.suite.reversed_list_front;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> parts = new ArrayList<>();
        parts.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        parts.add("zh");
        Collections.reverse(parts);
        Log.i("suite", parts.get(0));
    }
}
