package cn.privlens.suite.layout_fragment_other;

import android.app.Fragment;

public class Quiet extends Fragment {
    @Override
    public void onStart() {
        super.onStart();
        getActivity().setTitle("静");
    }
}
