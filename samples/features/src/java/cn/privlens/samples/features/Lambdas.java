package cn.privlens.samples.features;

import android.content.Context;
import android.telephony.TelephonyManager;

/** A lambda and a method reference; the DEX compiler makes a class for each. */
final class Lambdas {
    private Lambdas() {}

    interface Text {
        String get();
    }

    static String run(Context context) {
        TelephonyManager phone = (TelephonyManager) context.getSystemService("phone");
        Text lambda = () -> phone.getDeviceId(0);
        Text reference = phone::getMeid;
        Text stored = () -> phone.getImei(1);
        return lambda.get() + reference.get() + (stored == null);
    }
}
