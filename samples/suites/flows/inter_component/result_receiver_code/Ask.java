package cn.privlens.suite.result_receiver_code;

import android.app.IntentService;
import android.content.Intent;
import android.os.Bundle;
import android.os.ResultReceiver;
import android.telephony.TelephonyManager;

public class Ask extends IntentService {
    public Ask() { super("ask"); }
    @Override
    protected void onHandleIntent(Intent i) {
        ResultReceiver r = i.getParcelableExtra("back");
        Bundle b = new Bundle();
        b.putString("v", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        r.send(7, b);
    }
}
