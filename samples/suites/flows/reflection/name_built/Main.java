package cn.privlens.suite.name_built;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            String pack = getClass().getName().replace("Main", "");
            String name = "cn.privlens.suite.name_built." + new StringBuilder("daeR").reverse();
            Object o = Class.forName(name).newInstance();
            Object v = o.getClass().getMethod("ge" + "t", Context.class).invoke(o, this);
            Log.i("suite", pack.length() + ":" + v);
        } catch (Exception e) {
            Log.w("suite", "reflect");
        }
    }
}
