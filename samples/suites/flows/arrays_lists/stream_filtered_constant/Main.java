package cn.privlens.suite.stream_filtered_constant;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> values = new ArrayList<>();
        values.add("k");
        values.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        String text = values.stream().map(v -> "v").collect(Collectors.joining("-"));
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
    }
}
