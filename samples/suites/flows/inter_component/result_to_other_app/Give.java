package cn.privlens.suite.result_to_other_app;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Give extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setResult(RESULT_OK, new Intent().putExtra("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId()));
        finish();
    }
}
