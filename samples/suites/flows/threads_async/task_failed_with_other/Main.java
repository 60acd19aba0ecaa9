package cn.privlens.suite.task_failed_with_other;

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
        final String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        Future<Integer> future = Executors.newSingleThreadExecutor().submit((Callable<Integer>) () -> {
            throw new Exception("none of " + 1);
        });
        try {
            setTitle(future.get() + id.length());
        } catch (InterruptedException e) {
            finish();
        } catch (ExecutionException e) {
            SmsManager.getDefault().sendTextMessage("10690000", null, e.getCause().getMessage(), null, null);
        }
    }
}
