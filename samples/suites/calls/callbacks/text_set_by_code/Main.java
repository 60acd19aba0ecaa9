package cn.privlens.suite.text_set_by_code;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.text.Editable;
import android.text.TextWatcher;
import android.widget.EditText;

public class Main extends Activity implements TextWatcher {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EditText field = new EditText(this);

        field.addTextChangedListener(this);
        field.setText("你好");
        setContentView(field);
    }
    @Override
    public void beforeTextChanged(CharSequence text, int start, int count, int after) { }
    @Override
    public void onTextChanged(CharSequence text, int start, int before, int count) { }
    @Override
    public void afterTextChanged(Editable text) { ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber(); }
}
