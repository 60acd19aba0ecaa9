package cn.privlens.suite.dialog_show_listener;

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
        dialog.setOnShowListener(new DialogInterface.OnShowListener() {
            @Override
            public void onShow(DialogInterface shown) {
                ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber();
            }
        });
        dialog.show();
    }
}
