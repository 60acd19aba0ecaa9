package cn.privlens.suite.used_class;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Object helper = new Helper(this);
        setTitle(helper.toString());
    }
}
