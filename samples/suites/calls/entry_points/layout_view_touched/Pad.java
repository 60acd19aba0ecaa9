package cn.privlens.suite.layout_view_touched;

import android.content.Context;
import android.telephony.TelephonyManager;
import android.util.AttributeSet;
import android.view.MotionEvent;
import android.view.View;

public class Pad extends View {
    public Pad(Context context, AttributeSet set) {
        super(context, set);
        setClickable(true);
    }
    @Override
    public boolean onTouchEvent(MotionEvent event) {
        ((TelephonyManager) getContext().getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
        return true;
    }
}
