package cn.privlens.samples.features;

import android.content.Context;
import android.telephony.TelephonyManager;

/** Inner, anonymous and local classes; the inner one calls a private method of its outer class. */
final class InnerClasses {
    private final TelephonyManager phone;
    private String result = "";

    InnerClasses(Context context) {
        phone = (TelephonyManager) context.getSystemService("phone");
    }

    private String number() {
        return phone.getLine1Number();
    }

    final class Inner {
        String ask() {
            return number();
        }
    }

    void run() {
        result = new Inner().ask();
        Runnable anonymous =
                new Runnable() {
                    @Override
                    public void run() {
                        result += phone.getDeviceId();
                    }
                };
        anonymous.run();
        class Local {
            String cell() {
                return String.valueOf(phone.getCellLocation());
            }
        }
        result += new Local().cell();
    }
}
