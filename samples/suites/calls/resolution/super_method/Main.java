package cn.privlens.suite.super_method;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity {
    static class Base {
        void load(Context c) { Settings.Secure.getString(c.getContentResolver(), Settings.Secure.ANDROID_ID); }
    }
    static class Sub extends Base {

    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Sub().load(this);
    }
}
