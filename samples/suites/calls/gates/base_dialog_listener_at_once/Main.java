package cn.privlens.suite.base_dialog_listener_at_once;

import android.os.Bundle;

public class Main extends BaseActivity implements PrivacyListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        askPrivacy(this);
    }

    @Override
    public void onPrivacyReady() {
        Ids.load(this);
    }
}
