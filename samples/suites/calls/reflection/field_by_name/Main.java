package cn.privlens.suite.field_by_name;

import android.app.Activity;
import android.os.Build;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Object v = Build.class.getField("SERIAL").get(null);
            setTitle(String.valueOf(v));
        } catch (ReflectiveOperationException e) {
            setTitle("e");
        }
    }
}
