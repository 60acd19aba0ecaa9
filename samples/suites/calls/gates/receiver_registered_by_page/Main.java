package cn.privlens.suite.receiver_registered_by_page;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.DialogInterface;
import android.content.IntentFilter;
import android.net.ConnectivityManager;
import android.os.Bundle;

public class Main extends Activity {
    private final NetworkWatch watch = new NetworkWatch();
    private boolean watching;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        begin();
        new AlertDialog.Builder(this)
                .setMessage("我们重视您的隐私,请阅读《隐私政策》")
                .setPositiveButton("同意", new DialogInterface.OnClickListener() {
                    @Override
                    public void onClick(DialogInterface dialog, int which) {
                        setTitle("thanks");
                    }
                })
                .setNegativeButton("不同意", null)
                .show();
    }

    private void begin() {
        registerReceiver(watch, new IntentFilter(ConnectivityManager.CONNECTIVITY_ACTION));
        watching = true;
    }

    @Override
    protected void onDestroy() {
        super.onDestroy();
        if (watching) {
            unregisterReceiver(watch);
        }
    }
}
