package cn.privlens.suite.layout_fragment;

import android.app.Fragment;

public class Quiet extends Fragment {
    @Override
    public void onStart() {
        super.onStart();
        getActivity().setTitle("静");
    }
}
