package cn.privlens.suite.global_layout_listener;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.view.ViewTreeObserver;
import android.widget.TextView;

public class Main extends Activity {
    static class First implements ViewTreeObserver.OnGlobalLayoutListener {
        private final Context c;

        First(Context c) {
            this.c = c;
        }

        @Override
        public void onGlobalLayout() {
            ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber();
        }
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView text = new TextView(this);
        setContentView(text);
        First first = new First(this);
        text.getViewTreeObserver().addOnGlobalLayoutListener(first);
    }
}
