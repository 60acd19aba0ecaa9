package cn.privlens.suite.fragment_target_answer_code;

import android.app.Activity;
import android.app.Fragment;
import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Give extends Fragment {
    @Override
    public void onActivityCreated(Bundle state) {
        super.onActivityCreated(state);
        Intent answer = new Intent().putExtra("v", ((TelephonyManager) getActivity().getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId());
        getTargetFragment().onActivityResult(getTargetRequestCode(), Activity.RESULT_OK, answer);
    }
}
