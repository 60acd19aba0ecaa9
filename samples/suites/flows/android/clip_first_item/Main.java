package cn.privlens.suite.clip_first_item;

import android.app.Activity;
import android.content.ClipData;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ClipData clip = ClipData.newPlainText("label", "plain");
        clip.addItem(new ClipData.Item(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()));
        Log.i("suite", clip.getItemAt(0).getText().toString());
    }
}
