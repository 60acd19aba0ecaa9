package cn.privlens.suite.live_data_never_set;

import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;
import androidx.activity.ComponentActivity;
import androidx.lifecycle.MutableLiveData;

public class Main extends ComponentActivity {
    private final MutableLiveData<String> data = new MutableLiveData<>();
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        data.observe(this, s -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Button b = new Button(this);
        b.setOnClickListener(v -> data.setValue("a"));
        setContentView(b);
    }
}
