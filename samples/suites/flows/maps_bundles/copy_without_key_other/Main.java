package cn.privlens.suite.copy_without_key_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Map<String, String> form = new HashMap<>();
        form.put("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        form.put("page", "main");
        Log.i("suite", "" + Forms.without(form, "page").get("id"));
    }
}
