package cn.privlens.suite.load_class_not_made;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Class<?> k = getClassLoader().loadClass("cn.privlens.suite.load_class_not_made.Deep");
            k.getName();
        } catch (ReflectiveOperationException e) {
            setTitle("e");
        }
    }
}
