package cn.privlens.suite.intent_clip_label;

import android.app.Activity;
import android.content.ClipData;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent intent = new Intent(this, Second.class);
        intent.setClipData(ClipData.newPlainText("number", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number()));
        startActivity(intent);
    }
}
