package cn.privlens.suite.link_path_of_news;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent intent = new Intent(Intent.ACTION_VIEW, Uri.parse("suitebank://app/news/7"));
        intent.setPackage(getPackageName());
        intent.putExtra("device", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        startActivity(intent);
    }
}
