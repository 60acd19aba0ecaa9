package cn.privlens.suite.included_view_on_tap;

import android.content.Context;
import android.telephony.TelephonyManager;
import android.util.AttributeSet;
import android.view.View;

public class Own extends View {
    public Own(Context c, AttributeSet a) {
        super(c, a);
        ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }
}
