package cn.privlens.suite.proxy_answers_other_name;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Sender sender = Maker.make();
        sender.open("page");
        give(sender, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
    }

    private static void give(Sender sender, String text) {
        sender.report(text);
    }
}
