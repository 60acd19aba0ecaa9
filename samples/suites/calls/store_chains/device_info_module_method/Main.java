package cn.privlens.suite.device_info_module_method;

import android.app.Activity;
import android.os.Bundle;
import com.learnium.RNDeviceInfo.RNDeviceModule;

public class Main extends Activity {
    private Object module;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        module = new RNDeviceModule(getApplicationContext());
    }
}
