package cn.privlens.suite.input_id_card;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.widget.EditText;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.form);
        findViewById(R.id.send).setOnClickListener(v -> {
            EditText field = (EditText) findViewById(R.id.idcard);
            SmsManager.getDefault().sendTextMessage("10690000", null, field.getText().toString(), null, null);
        });
    }
}
