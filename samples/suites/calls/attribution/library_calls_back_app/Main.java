package cn.privlens.suite.library_calls_back_app;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import org.greenrobot.essentials.Util;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Util.id(this, c -> { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number(); });
    }
}
