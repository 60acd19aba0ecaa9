package cn.privlens.suite.filter_without_default;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startActivity(new Intent("cn.privlens.suite.DETAIL").putExtra("id", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)));
    }
}
