package cn.privlens.suite.splash_decides_late;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;

public class Splash extends Activity {
    static final int POLICY = 3;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Handler(Looper.getMainLooper()).postDelayed(this::next, 800);
    }

    private void next() {
        int agreed = getSharedPreferences("guide", MODE_PRIVATE).getInt("privacy_agreed_version", 0);
        Class<?> target = agreed < POLICY ? Main.class : PrivacyActivity.class;
        startActivity(new Intent(this, target));
        finish();
    }
}
