package cn.privlens.samples.independent;

import android.app.Fragment;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;

/** Made by a fragment element of a layout only. */
public class PanelFragment extends Fragment {
    @Override
    public View onCreateView(LayoutInflater inflater, ViewGroup parent, Bundle state) {
        TelephonyManager phone =
                (TelephonyManager) parent.getContext().getSystemService(Context.TELEPHONY_SERVICE);
        parent.setContentDescription(phone.getLine1Number());
        return new View(parent.getContext());
    }
}
