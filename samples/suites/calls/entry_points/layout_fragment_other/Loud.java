package cn.privlens.suite.layout_fragment_other;

import android.app.Fragment;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Loud extends Fragment {
    @Override
    public void onActivityCreated(Bundle state) {
        super.onActivityCreated(state);
        ((TelephonyManager) getActivity().getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
    }
}
