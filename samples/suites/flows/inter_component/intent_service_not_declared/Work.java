package cn.privlens.suite.intent_service_not_declared;

import android.app.IntentService;
import android.content.Intent;
import android.telephony.SmsManager;

public class Work extends IntentService {
    public Work() { super("work"); }
    @Override
    protected void onHandleIntent(Intent intent) {
        SmsManager.getDefault().sendTextMessage("10690000", null, intent.getStringExtra("who"), null, null);
    }
}
