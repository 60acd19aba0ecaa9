package cn.privlens.suite.own_service_asked;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Context fake = new Fake(this);
        Log.i("suite", ((Fake.Phone) fake.getSystemService("phone_of_app")).getDeviceId());
    }
}
