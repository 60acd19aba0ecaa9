package cn.privlens.suite.order_contact_phone;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.nio.charset.StandardCharsets;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Order order = Orders.start().mail("kefu@example.cn").phone(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number()).build();
        Net.post(order.customer().contact().phone().getBytes(StandardCharsets.UTF_8));
    }
}
