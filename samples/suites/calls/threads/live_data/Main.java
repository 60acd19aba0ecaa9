package cn.privlens.suite.live_data;

import android.os.Bundle;
import android.telephony.TelephonyManager;
import androidx.activity.ComponentActivity;
import androidx.lifecycle.MutableLiveData;

public class Main extends ComponentActivity {
    private final MutableLiveData<String> data = new MutableLiveData<>();
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        data.observe(this, s -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        data.setValue("a");
    }
}
