package cn.privlens.suite.fragment_never_added;

import android.app.Fragment;
import android.provider.Settings;

public class Reader extends Fragment {
    @Override
    public void onStart() {
        super.onStart();
        ((Main) getActivity()).got(Settings.Secure.getString(getActivity().getContentResolver(), Settings.Secure.ANDROID_ID));
    }
}
