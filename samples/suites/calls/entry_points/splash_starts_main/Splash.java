package cn.privlens.suite.splash_starts_main;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.os.Handler;

public class Splash extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Handler().postDelayed(() -> open(), 800);
    }
    private void open() {
        startActivity(new Intent(this, Main.class));
        finish();
    }
}
