package cn.privlens.suite.dialog_cancel_listener;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.Context;
import android.content.DialogInterface;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        AlertDialog dialog = new AlertDialog.Builder(this).setMessage("你好").create();
        dialog.setOnCancelListener(new DialogInterface.OnCancelListener() {
            @Override
            public void onCancel(DialogInterface shown) {
                ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber();
            }
        });
        dialog.show();
    }
}
