package cn.privlens.suite.list_copied_then_cleared;

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
        ArrayList<String> first = new ArrayList<>();
        first.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        List<String> second = new ArrayList<>(first);
        first.clear();
        second.add("end");
        for (String s : second) {
            Log.i("suite", s);
        }
    }
}
