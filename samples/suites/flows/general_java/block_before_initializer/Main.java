package cn.privlens.suite.block_before_initializer;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        DeviceInfo info = DeviceInfo.read(this);
        Log.i("suite", info.toString());
    }
}
