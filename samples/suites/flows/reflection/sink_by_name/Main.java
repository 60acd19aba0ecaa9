package cn.privlens.suite.sink_by_name;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.lang.reflect.Method;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Class<?> c = Class.forName("cn.privlens.suite.sink_by_name.Out");
            Object out = c.newInstance();
            Method m = c.getDeclaredMethod("print", String.class);
            m.invoke(out, Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        } catch (ReflectiveOperationException e) {
            Log.w("suite", "reflect");
        }
    }
}
