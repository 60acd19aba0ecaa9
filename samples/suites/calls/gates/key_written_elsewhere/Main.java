package cn.privlens.suite.key_written_elsewhere;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;
import android.widget.Button;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> {
                    setTitle("a");
                })
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
        Button b = new Button(this);
        b.setText("夜间模式");
        b.setOnClickListener(v -> { getSharedPreferences("config", MODE_PRIVATE).edit().putInt("k7", 1).apply(); });
        setContentView(b);
    }
}
