package cn.privlens.suite.method_reference_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

public class Main extends Activity {
    private static String twice(String s) { return s + s; }
    private static String none(String s) { return "none"; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Function<String, String> f = Main::none;
        Supplier<String> s = () -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        Consumer<String> out = t -> Log.i("suite", t);
        out.accept(f.apply(s.get()));
    }
}
