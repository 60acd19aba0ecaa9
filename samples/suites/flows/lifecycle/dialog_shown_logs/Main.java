package cn.privlens.suite.dialog_shown_logs;

import android.app.Activity;
import android.app.Dialog;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Card extends Dialog {
        private final String text;
        Card(Context context, String text) {
            super(context);
            this.text = text;
        }
        @Override
        protected void onCreate(Bundle state) {
            super.onCreate(state);
            Log.i("suite", text);
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Card card = new Card(this, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        card.show();
    }
}
