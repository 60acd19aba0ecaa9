package cn.privlens.suite.list_set_index;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> l = new ArrayList<>(Arrays.asList("a", "b", "c"));
        l.set(1, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        l.set(2, "x");
        Log.i("suite", l.get(1));
    }
}
