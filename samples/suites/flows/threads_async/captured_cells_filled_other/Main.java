package cn.privlens.suite.captured_cells_filled_other;

import android.app.*;
import android.content.*;
import android.database.*;
import android.net.Uri;
import android.os.*;
import android.telephony.*;
import java.util.*;
import java.util.concurrent.*;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String[] cells = {"a", "b"};
        Thread thread = new Thread(() -> cells[0] = id());
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            return;
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, cells[1], null, null);
    }

    private String id() {
        return ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
}
