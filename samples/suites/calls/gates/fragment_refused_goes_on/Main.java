package cn.privlens.suite.fragment_refused_goes_on;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity implements PrivacyFragment.Host {
    private String id;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (state == null) {
            new PrivacyFragment().show(getFragmentManager(), "privacy");
        }
    }

    @Override
    public void onAgreed() {
        id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
    }

    @Override
    public void onRefused() {
        onAgreed();
    }
}
