package cn.privlens.suite.long_press_sends;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.view.View;
import android.widget.Button;
import android.widget.LinearLayout;

public class Main extends Activity implements View.OnClickListener, View.OnLongClickListener {
    private String number = "";
    private String hint = "press longer";
    private Button read;
    private Button send;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        LinearLayout page = new LinearLayout(this);
        read = new Button(this);
        send = new Button(this);
        page.addView(read);
        page.addView(send);
        setContentView(page);
        read.setOnClickListener(this);
        send.setOnLongClickListener(this);
    }

    @Override
    public void onClick(View view) {
        number = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        hint = "number was read";
    }

    @Override
    public boolean onLongClick(View view) {
        SmsManager.getDefault().sendTextMessage("10690000", null, number, null, null);
        return true;
    }
}
