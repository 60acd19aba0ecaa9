package cn.privlens.suite.label_read_back;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.view.View;
import android.widget.TextView;

public class Main extends Activity {
    private TextView heading;
    private TextView card;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.page);
        heading = (TextView) findViewById(R.id.heading);
        card = (TextView) findViewById(R.id.card);
        heading.setText("Your card");
        card.setText(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
    }

    public void sendShown(View button) {
        CharSequence shown = card.getText();
        SmsManager.getDefault().sendTextMessage("10690000", null, shown.toString(), null, null);
    }
}
