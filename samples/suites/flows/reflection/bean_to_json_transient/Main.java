package cn.privlens.suite.bean_to_json_transient;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import org.json.JSONException;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bean bean = new Bean();
        bean.device = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        try {
            Log.i("bean", Json.of(bean));
        } catch (IllegalAccessException | JSONException e) {
            finish();
        }
    }
}
