package cn.privlens.suite.denied_base_exit;

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
        Toast.makeText(this, "缺少必要权限，应用无法使用", Toast.LENGTH_LONG).show();
        finish();
    }
}
