package cn.privlens.suite.collector_by_name_after_agreement;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.Context;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> {
                    begin();
                })
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
    }
    private void begin() {
        try {
            Class<?> type = Class.forName("cn.privlens.suite.collector_by_name_after_agreement" + ".Collector");
            type.getMethod("start", Context.class).invoke(null, this);
        } catch (ReflectiveOperationException e) {
            setTitle("e");
        }
    }
}
