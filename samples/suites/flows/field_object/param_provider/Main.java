package cn.privlens.suite.param_provider;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        DeviceParams device = new DeviceParams(this);
        AppParams app = new AppParams();
        NetConfig.register(device);
        setTitle(app.name() + device.name());
        new Thread(() -> new Request.Builder("https://api.example.com/feed").param("page", "1").build().send()).start();
    }
}
