package cn.privlens.suite.layout_view_made;

import android.content.Context;
import android.telephony.TelephonyManager;
import android.util.AttributeSet;
import android.view.MotionEvent;
import android.view.View;

public class Pad extends View {
    public Pad(Context context, AttributeSet set) {
        super(context, set);
        ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }
    @Override
    public boolean onTouchEvent(MotionEvent event) {
        performClick();
        return true;
    }
}
