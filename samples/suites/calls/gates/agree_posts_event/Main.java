package cn.privlens.suite.agree_posts_event;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;
import org.greenrobot.eventbus.EventBus;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EventBus.getDefault().register(new Collector(getApplicationContext()));
        new AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> EventBus.getDefault().post(new Agreed(System.currentTimeMillis())))
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
    }
}
