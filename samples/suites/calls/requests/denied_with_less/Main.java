package cn.privlens.suite.denied_with_less;

import android.os.Bundle;
import android.widget.Toast;

public class Main extends BaseActivity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        need("android.permission.READ_PHONE_STATE", "android.permission.WRITE_EXTERNAL_STORAGE");
    }

    @Override
    protected void onGranted() {
        setTitle("home");
    }

    @Override
    protected void onDenied() {
        Toast.makeText(this, "部分功能不可用", Toast.LENGTH_LONG).show();
        setTitle("home (basic)");
    }
}
