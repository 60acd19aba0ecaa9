package cn.privlens.suite.fragment_gone_for_good;

import android.app.Fragment;
import android.content.Context;
import android.telephony.TelephonyManager;
import android.util.Log;

public class NoteFragment extends Fragment {
    private String note = "";

    @Override
    public void onStart() {
        super.onStart();
        Log.d("note", "shown with " + note);
    }

    @Override
    public void onDestroy() {
        note = ((TelephonyManager) getActivity().getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
        super.onDestroy();
    }
}
