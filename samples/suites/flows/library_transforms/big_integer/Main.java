package cn.privlens.suite.big_integer;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.math.BigInteger;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        BigInteger n = new BigInteger(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        Log.i("suite", n.multiply(BigInteger.TEN).toString(36));
    }
}
