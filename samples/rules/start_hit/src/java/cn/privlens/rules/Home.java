package cn.privlens.rules;

import android.Manifest;
import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;
import android.widget.TextView;

/** Reads and asks for permissions before the user can answer. */
public class Home extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView text = new TextView(this);
        text.setText(Reads.apps(this));
        setContentView(text);
        requestPermissions(new String[] {
                Manifest.permission.READ_PHONE_STATE,
                Manifest.permission.ACCESS_FINE_LOCATION,
                Manifest.permission.READ_CONTACTS}, 1);
        new AlertDialog.Builder(this)
                .setTitle(R.string.consent_title)
                .setMessage(R.string.consent_text)
                .setPositiveButton(R.string.agree, null)
                .setNegativeButton(R.string.refuse, new DisagreeClick(this))
                .show();
    }

    @Override
    protected void onResume() {
        super.onResume();
        setTitle(Reads.clip(this));
        requestPermissions(new String[] {Manifest.permission.CAMERA}, 2);
    }

    @Override
    public void onRequestPermissionsResult(int request, String[] permissions, int[] results) {
        if (results.length == 0 || results[0] != 0) {
            System.exit(0);
        }
    }
}
