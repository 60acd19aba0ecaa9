package cn.privlens.suite.copy_of_range_without;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.Arrays;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] all = {((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId(), "b", "c"};
        String[] part = Arrays.copyOfRange(all, 1, 3);
        Log.i("suite", part[0]);
    }
}
