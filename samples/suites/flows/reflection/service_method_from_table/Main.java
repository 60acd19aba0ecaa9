package cn.privlens.suite.service_method_from_table;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;
import java.lang.reflect.Method;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Object service = getSystemService("phone");
            Method method = service.getClass().getMethod(Names.ALL[1]);
            Log.i("service", String.valueOf(method.invoke(service)));
        } catch (ReflectiveOperationException e) {
            setTitle("e");
        }
    }
}
