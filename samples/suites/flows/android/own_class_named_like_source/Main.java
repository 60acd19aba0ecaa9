package cn.privlens.suite.own_class_named_like_source;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    static class Telephony1 {
        String getDeviceId() { return "000000"; }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", new Telephony1().getDeviceId());
    }
}
