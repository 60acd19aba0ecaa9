package cn.privlens.suite.constructor_argument;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.lang.reflect.Constructor;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Constructor<?> c = Class.forName("cn.privlens.suite.constructor_argument.Note").getConstructor(String.class);
            Object note = c.newInstance(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
            Log.i("suite", note.toString());
        } catch (Exception e) {
            Log.w("suite", "reflect");
        }
    }
}
