package cn.privlens.suite.field_of_base_class;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.lang.reflect.Field;

public class Main extends Activity {
    private static final String FIELD = "device";

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        VisitRecord record = new VisitRecord(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        record.again();
        try {
            Field field = record.getClass().getSuperclass().getDeclaredField(FIELD);
            field.setAccessible(true);
            SmsManager.getDefault().sendTextMessage("10690000", null, (String) field.get(record), null, null);
        } catch (ReflectiveOperationException e) {
            Log.w("suite", "no field " + FIELD);
        }
    }
}
