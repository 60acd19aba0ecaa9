package cn.privlens.suite.intent_data_scheme;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent intent = new Intent(this, Viewer.class);
        intent.setData(Uri.parse("app://open?id=" + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()));
        startActivity(intent);
    }
}
