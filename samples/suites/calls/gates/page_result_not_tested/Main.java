package cn.privlens.suite.page_result_not_tested;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startActivityForResult(new Intent(this, Ask.class), 7);
    }
    @Override
    protected void onActivityResult(int request, int result, Intent data) {
        super.onActivityResult(request, result, data);
        if (request == 7) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        }
    }
}
