package cn.privlens.suite.sparse_array;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import android.util.SparseArray;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SparseArray<String> s = new SparseArray<>();
        s.put(10, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        s.put(20, "twenty");
        Log.i("suite", s.get(10));
    }
}
