package cn.privlens.suite.result_back;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startActivityForResult(new Intent(this, Picker.class), 7);
    }
    @Override
    protected void onActivityResult(int request, int result, Intent data) {
        super.onActivityResult(request, result, data);
        if (request == 7 && data != null) {
            SmsManager.getDefault().sendTextMessage("10690000", null, data.getStringExtra("chosen"), null, null);
        }
    }
}
