package cn.privlens.suite.dialog_input_button_only;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.text.InputType;
import android.widget.EditText;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final EditText in = new EditText(this);
        in.setInputType(InputType.TYPE_CLASS_PHONE);
        in.setHint("手机号");
        new AlertDialog.Builder(this).setView(in).setPositiveButton("确定", (d, w) -> SmsManager.getDefault().sendTextMessage("10690000", null, "button " + w, null, null)).show();
    }
}
