package cn.privlens.suite.properties_file;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TelephonyManager tm = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
        Properties p = new Properties();
        p.setProperty("number", tm.getLine1Number());
        p.setProperty("skin", "blue");
        try (OutputStream out = openFileOutput("profile.properties", MODE_PRIVATE)) {
            p.store(out, null);
        } catch (IOException e) {
            finish();
            return;
        }
        startService(new Intent(this, ReportService.class));
    }
}
