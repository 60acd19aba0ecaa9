package cn.privlens.rules;

import android.Manifest;
import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;

/** A page that only scans: a refusal closes this page, not the app. */
public class ScanPage extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new AlertDialog.Builder(this)
                .setMessage("需要相机权限用于扫码")
                .setPositiveButton("好", (dialog, which) ->
                        requestPermissions(new String[] {Manifest.permission.CAMERA}, 1))
                .show();
    }

    @Override
    public void onRequestPermissionsResult(int request, String[] permissions, int[] results) {
        if (results.length == 0 || results[0] != 0) {
            finish();
        }
    }
}
