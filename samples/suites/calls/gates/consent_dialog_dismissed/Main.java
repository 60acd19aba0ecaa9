package cn.privlens.suite.consent_dialog_dismissed;

import android.app.Activity;
import android.content.DialogInterface;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity implements PrivacyDialog.Choice, DialogInterface.OnDismissListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        PrivacyDialog dialog = new PrivacyDialog(this, this);
        dialog.setOnDismissListener(this);
        dialog.show();
    }

    @Override
    public void onAgree() {
        setTitle("好");
    }

    @Override
    public void onRefuse() {
        setTitle("浏览");
    }

    @Override
    public void onDismiss(DialogInterface dialog) {
        begin();
    }

    private void begin() {
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
    }
}
