package cn.privlens.suite.back_pressed_after_clearing;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;

public class Main extends Activity {
    private String id = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        id = "";
    }
    @Override
    public void onBackPressed() {
        SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null);
        super.onBackPressed();
    }
}
