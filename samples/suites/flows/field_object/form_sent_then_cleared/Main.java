package cn.privlens.suite.form_sent_then_cleared;

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
        submit(model);
        model.reset();
    }

    private void submit(FormModel model) {
        Log.i("suite", model.asText());
    }
}
