package cn.privlens.suite.nested_lambda_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.function.Function;
import java.util.function.Supplier;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Function<String, Supplier<String>> keep = s -> () -> "s";
        Supplier<String> later = keep.apply(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        SmsManager.getDefault().sendTextMessage("10690000", null, later.get(), null, null);
    }
}
