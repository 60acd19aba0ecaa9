package cn.privlens.suite.click_listener_replaced;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;
import android.view.View;
import android.widget.Button;
import android.widget.LinearLayout;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button first = new Button(this);
        Button second = new Button(this);
        first.setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View view) {
                SmsManager.getDefault().sendTextMessage("10690000", null, ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(), null, null);
            }
        });
        first.setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View view) {
                Log.i("suite", "tapped");
            }
        });
        LinearLayout both = new LinearLayout(this);
        both.addView(first);
        both.addView(second);
        setContentView(both);
    }
}
