package cn.privlens.suite.command_queue_both;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.LinkedList;

public class Main extends Activity {
    interface Command { void run(); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        LinkedList<Command> queue = new LinkedList<>();
        queue.add(() -> setTitle("first"));
        queue.add(() -> Log.i("suite", id));
        queue.poll().run();
        queue.poll().run();
    }
}
