package cn.privlens.suite.input_type_in_code_plain;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.text.InputType;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;

public class Main extends Activity {
    private EditText field;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        field = new EditText(this);
        field.setInputType(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_CAP_WORDS);
        Button go = new Button(this);
        go.setOnClickListener(view -> SmsManager.getDefault().sendTextMessage("10690000", null, field.getText().toString(), null, null));
        LinearLayout page = new LinearLayout(this);
        page.addView(field);
        page.addView(go);
        setContentView(page);
    }
}
