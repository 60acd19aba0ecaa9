package cn.privlens.suite.sdk_base_page_overridden;

import android.provider.Settings;
import com.igexin.sdk.GetuiActivity;

public class Main extends GetuiActivity {
    @Override
    protected void onResume() {
        super.onResume();
        setTitle(known() ? "好" : "?");
    }

    @Override
    protected String number() {
        return Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
    }
}
