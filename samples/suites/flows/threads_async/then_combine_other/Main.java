package cn.privlens.suite.then_combine_other;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import java.util.concurrent.CompletableFuture;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        CompletableFuture<String> a = CompletableFuture.supplyAsync(() -> Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        CompletableFuture<String> b = CompletableFuture.completedFuture("版本");
        a.thenCombine(b, (x, y) -> y).thenAccept(s -> SmsManager.getDefault().sendTextMessage("10690000", null, s, null, null));
    }
}
