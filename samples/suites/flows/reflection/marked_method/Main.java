package cn.privlens.suite.marked_method;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.lang.reflect.Method;

public class Main extends Activity {
    static class Facts {
        @Report
        public String device(Context context) { return ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber(); }

        public String app(Context context) { return context.getPackageName(); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Facts facts = new Facts();
        for (Method method : Facts.class.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Report.class)) {
                try {
                    Log.i("suite", (String) method.invoke(facts, this));
                } catch (ReflectiveOperationException e) {
                    setTitle("e");
                }
            }
        }
    }
}
