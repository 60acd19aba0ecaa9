package cn.privlens.suite.fragment_in_code;

import android.app.Fragment;
import android.provider.Settings;

public class Page extends Fragment {
    @Override
    public void onResume() {
        super.onResume();
        Settings.Secure.getString(getActivity().getContentResolver(), Settings.Secure.ANDROID_ID);
    }
}
