package cn.privlens.suite.form_cleared_then_sent;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ContactForm form = new ContactForm();
        form.fill("help", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        FormModel model = form;
        model.reset();
        submit(model);
    }

    private void submit(FormModel model) {
        Log.i("suite", model.asText());
    }
}
