package cn.privlens.suite.settings_by_other_path;

import android.app.Activity;
import android.content.ContentValues;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ContentValues v = new ContentValues();
        v.put("value", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        getContentResolver().insert(SettingsProvider.address(this, "number"), v);
        startService(new Intent(this, Remote.class));
    }
}
