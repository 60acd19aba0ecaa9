package cn.privlens.suite.load_class_new_instance;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Class<?> k = getClassLoader().loadClass("cn.privlens.suite.load_class_new_instance.Deep");
            k.newInstance();
        } catch (ReflectiveOperationException e) {
            setTitle("e");
        }
    }
}
