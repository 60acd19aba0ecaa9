package cn.privlens.suite.own_method_by_name;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Object o = Class.forName("cn.privlens.suite.own_method_by_name.Deep").getDeclaredConstructor().newInstance();
            o.getClass().getMethod("go", Context.class).invoke(o, this);
        } catch (ReflectiveOperationException e) {
            setTitle("e");
        }
    }
}
