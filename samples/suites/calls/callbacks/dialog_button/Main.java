package cn.privlens.suite.dialog_button;

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
        new AlertDialog.Builder(this)
                .setTitle("新版本")
                .setPositiveButton("更新", new DialogInterface.OnClickListener() {
                    @Override
                    public void onClick(DialogInterface d, int which) { ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber(); }
                })
                .show();

    }
}
