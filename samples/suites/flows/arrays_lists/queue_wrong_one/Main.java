package cn.privlens.suite.queue_wrong_one;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class Main extends Activity {
    private final BlockingQueue<String> ids = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> names = new LinkedBlockingQueue<>();
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ids.offer(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        names.offer("天气");
        drain(names);
    }
    private void drain(BlockingQueue<String> queue) {
        String head;
        while ((head = queue.poll()) != null) {
            Log.i("suite", head);
        }
    }
}
