package cn.privlens.suite.click_listener_called_directly;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.view.View;
import android.widget.Button;

public class Main extends Activity {
    private final View.OnClickListener listener = new View.OnClickListener() {
        @Override
        public void onClick(View v) { ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId(); }
    };
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button b = new Button(this);
        b.setOnClickListener(listener);
        setContentView(b);
        listener.onClick(b);
    }
}
