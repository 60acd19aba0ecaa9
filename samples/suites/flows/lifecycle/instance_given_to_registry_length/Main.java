package cn.privlens.suite.instance_given_to_registry_length;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.lang.ref.WeakReference;

public class Main extends Activity implements App.Described {
    private String id;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        ((App) getApplication()).pages.add(new WeakReference<>(this));
    }

    @Override
    public String describe() {
        return "page " + id.length();
    }
}
