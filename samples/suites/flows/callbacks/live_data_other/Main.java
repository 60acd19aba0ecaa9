package cn.privlens.suite.live_data_other;

import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import androidx.activity.ComponentActivity;

public class Main extends ComponentActivity {
    private final Model model = new Model();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        model.title.observeForever(s -> Log.i("suite", s));
        model.number.setValue(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        model.title.setValue("home");
    }
}
