package cn.privlens.suite.list_iterator_second_first;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> lines = new ArrayList<>();
        lines.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        lines.add("b");
        ListIterator<String> at = lines.listIterator();
        at.next();
        at.next();
        at.set("cut");
        Log.i("suite", lines.get(0));
    }
}
