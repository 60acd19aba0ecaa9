package cn.privlens.suite.handler_of_other_page_what;

import android.app.Activity;
import android.os.Bundle;
import android.os.Message;
import android.provider.Settings;

public class Other extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Message message = Message.obtain(Main.handler, 8, Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        message.sendToTarget();
    }
}
