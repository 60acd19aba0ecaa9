package cn.privlens.suite.base_page_calls_ready;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;

abstract class Base extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (!getSharedPreferences("app", MODE_PRIVATE).getBoolean("policy_agreed", false)) {
            startActivity(new Intent(this, Consent.class));
            finish();
        } else {
            ready();
        }
    }
    void ready() { }
}
