package cn.privlens.suite.result_back;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Picker extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent back = new Intent();
        back.putExtra("chosen", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        setResult(RESULT_OK, back);
        finish();
    }
}
