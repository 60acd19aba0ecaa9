package cn.privlens.samples.features;

import android.content.Context;
import android.telephony.TelephonyManager;

/** A template method of an abstract class calls the subclass. */
abstract class AbstractCall {
    abstract String read(TelephonyManager phone);

    String template(Context context) {
        return read((TelephonyManager) context.getSystemService("phone"));
    }

    static final class Concrete extends AbstractCall {
        @Override
        String read(TelephonyManager phone) {
            return phone.getLine1Number();
        }
    }

    static String run(Context context) {
        return new Concrete().template(context);
    }
}
