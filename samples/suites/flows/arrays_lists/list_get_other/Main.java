package cn.privlens.suite.list_get_other;

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
        List<String> list = new ArrayList<>();
        list.add("zh");
        list.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        list.add("CN");
        Log.i("suite", list.get(2));
    }
}
