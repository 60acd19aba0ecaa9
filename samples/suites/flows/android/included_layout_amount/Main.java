package cn.privlens.suite.included_layout_amount;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.view.View;
import android.widget.EditText;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.page);
    }

    public void pay(View button) {
        EditText field = (EditText) findViewById(R.id.amount);
        SmsManager.getDefault().sendTextMessage("10690000", null, "PAY " + field.getText(), null, null);
    }
}
