package cn.privlens.suite.asked_after_agree;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        AlertDialog dialog = new AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (d, which) -> ask())
                .setNegativeButton("不同意", (d, which) -> finish())
                .create();
        dialog.setOnShowListener(d -> setTitle("home"));
        dialog.show();
    }

    private void ask() {
        requestPermissions(new String[] {"android.permission.ACCESS_FINE_LOCATION"}, 21);
    }
}
