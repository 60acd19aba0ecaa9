package cn.privlens.suite.parcelable_extra;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Card card = new Card(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber(), "卡片");
        startActivity(new Intent(this, Second.class).putExtra("card", card));
    }
}
