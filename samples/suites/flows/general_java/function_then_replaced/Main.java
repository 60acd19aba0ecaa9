package cn.privlens.suite.function_then_replaced;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.function.Function;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Function<Context, String> read = context -> ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
        Function<String, String> shape = text -> text.isEmpty() ? "no" : "yes";
        SmsManager.getDefault().sendTextMessage("10690000", null, read.andThen(shape).apply(this), null, null);
    }
}
