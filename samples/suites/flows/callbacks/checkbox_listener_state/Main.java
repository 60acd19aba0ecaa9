package cn.privlens.suite.checkbox_listener_state;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import android.widget.CheckBox;
import android.widget.CompoundButton;

public class Main extends Activity {
    private String tel;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        tel = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        CheckBox box = new CheckBox(this);
        box.setOnCheckedChangeListener(new CompoundButton.OnCheckedChangeListener() {
            @Override
            public void onCheckedChanged(CompoundButton b, boolean on) { Log.i("suite", "on " + on); }
        });
        setContentView(box);
    }
}
