package cn.privlens.suite.fragment_state_tab;

import android.app.Fragment;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class TabFragment extends Fragment {
    private static final String CARD = "card";
    private static final String TAB = "tab";

    @Override
    public void onSaveInstanceState(Bundle out) {
        super.onSaveInstanceState(out);
        TelephonyManager phone = (TelephonyManager) getActivity().getSystemService(Context.TELEPHONY_SERVICE);
        out.putString(CARD, phone.getSimSerialNumber());
        out.putString(TAB, "first");
    }

    @Override
    public void onActivityCreated(Bundle saved) {
        super.onActivityCreated(saved);
        if (saved != null) {
            Log.d("tabs", "back with " + saved.getString(TAB));
        }
    }
}
