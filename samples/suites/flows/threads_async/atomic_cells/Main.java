package cn.privlens.suite.atomic_cells;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.concurrent.atomic.AtomicReferenceArray;

public class Main extends Activity {
    private final AtomicReferenceArray<String> cells = new AtomicReferenceArray<>(2);
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        cells.set(1, "plain");
        Thread filler = new Thread(() -> cells.set(0, ((TelephonyManager) this.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId()));
        filler.start();
        new Thread(() -> {
            try {
                filler.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Log.i("suite", cells.get(0));
        }).start();
    }
}
