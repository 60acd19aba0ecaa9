package cn.privlens.suite.expression_evaluated;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Expr id = new Expr.Leaf(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Expr hidden = new Expr.Mask(new Expr.Leaf("𠮷"));
        Expr shown = id;
        Log.i("suite", new Expr.Both(new Expr.Both(shown, hidden), new Expr.Leaf("。")).eval());
    }
}
