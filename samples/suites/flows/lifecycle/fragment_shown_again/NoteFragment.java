package cn.privlens.suite.fragment_shown_again;

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
    public void onStop() {
        note = ((TelephonyManager) getActivity().getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
        super.onStop();
    }
}
