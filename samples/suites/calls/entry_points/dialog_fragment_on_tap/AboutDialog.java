package cn.privlens.suite.dialog_fragment_on_tap;

import android.app.AlertDialog;
import android.app.Dialog;
import android.app.DialogFragment;
import android.os.Bundle;
import android.provider.Settings;

public class AboutDialog extends DialogFragment {
    @Override
    public Dialog onCreateDialog(Bundle state) {
        String id = Settings.Secure.getString(getActivity().getContentResolver(), Settings.Secure.ANDROID_ID);
        return new AlertDialog.Builder(getActivity())
                .setTitle("About")
                .setMessage("Device: " + id)
                .setPositiveButton("OK", null)
                .create();
    }
}
