package cn.privlens.suite.field_found_by_other_tag;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.text.InputType;
import android.view.View;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final LinearLayout form = new LinearLayout(this);
        EditText secret = new EditText(this);
        secret.setInputType(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_VARIATION_PASSWORD);
        secret.setTag("密码");
        EditText note = new EditText(this);
        note.setInputType(InputType.TYPE_CLASS_TEXT);
        note.setTag("备注");
        Button go = new Button(this);
        form.addView(secret);
        form.addView(note);
        form.addView(go);
        go.setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View view) {
                EditText field = (EditText) form.findViewWithTag("备注");
                SmsManager.getDefault().sendTextMessage("10690000", null, field.getText().toString(), null, null);
            }
        });
        setContentView(form);
    }
}
