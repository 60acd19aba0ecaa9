package cn.privlens.suite.completion_service_other;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        ExecutorCompletionService<String> done = new ExecutorCompletionService<>(pool);
        done.submit(() -> "id" + Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID).length());
        try {
            SmsManager.getDefault().sendTextMessage("10690000", null, done.take().get(), null, null);
        } catch (InterruptedException | ExecutionException e) {
            Thread.currentThread().interrupt();
        }
        pool.shutdown();
    }
}
