package cn.privlens.suite.completable_future_replaced;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import java.util.concurrent.CompletableFuture;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        CompletableFuture.supplyAsync(() -> Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID))
                .thenApply(s -> "done")
                .thenAccept(s -> SmsManager.getDefault().sendTextMessage("10690000", null, s, null, null));
    }
}
