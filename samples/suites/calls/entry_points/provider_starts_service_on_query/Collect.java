package cn.privlens.suite.provider_starts_service_on_query;

import android.app.IntentService;
import android.content.Intent;
import android.telephony.TelephonyManager;

public class Collect extends IntentService {
    public Collect() {
        super("collect");
    }

    @Override
    protected void onHandleIntent(Intent intent) {
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
    }
}
