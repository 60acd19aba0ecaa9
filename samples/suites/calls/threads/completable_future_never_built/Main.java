package cn.privlens.suite.completable_future_never_built;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.util.concurrent.CompletableFuture;

public class Main extends Activity {
    private void chain() {
        CompletableFuture.runAsync(() -> setTag("a")).thenRun(() -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
    private void setTag(String s) {}
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Runnable r = this::chain;
        setTitle(r.toString());
    }
}
