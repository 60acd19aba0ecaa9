package cn.privlens.suite.splash_decides_late;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.widget.Button;
import android.widget.LinearLayout;
import android.widget.TextView;

public class PrivacyActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        LinearLayout root = new LinearLayout(this);
        TextView text = new TextView(this);
        text.setText("请您阅读并同意《用户协议》和《隐私政策》");
        Button agree = new Button(this);
        agree.setText("同意并继续");
        agree.setOnClickListener(v -> {
            getSharedPreferences("guide", MODE_PRIVATE).edit().putInt("privacy_agreed_version", Splash.POLICY).apply();
            startActivity(new Intent(this, Main.class));
            finish();
        });
        Button refuse = new Button(this);
        refuse.setText("不同意并退出");
        refuse.setOnClickListener(v -> finish());
        root.addView(text);
        root.addView(agree);
        root.addView(refuse);
        setContentView(root);
    }
}
