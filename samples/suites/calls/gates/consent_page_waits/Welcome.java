package cn.privlens.suite.consent_page_waits;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.widget.Button;
import android.widget.LinearLayout;
import android.widget.TextView;

public class Welcome extends Activity {
    private final Handler handler = new Handler(Looper.getMainLooper());

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        LinearLayout root = new LinearLayout(this);
        TextView text = new TextView(this);
        text.setText("请阅读《隐私政策》，点击下方按钮表示同意");
        Button agree = new Button(this);
        agree.setText("同意并进入");
        agree.setOnClickListener(v -> open());
        root.addView(text);
        root.addView(agree);
        setContentView(root);
        handler.postDelayed(() -> agree.setEnabled(true), 5000);
    }

    private void open() {
        startActivity(new Intent(this, Home.class));
        finish();
    }
}
