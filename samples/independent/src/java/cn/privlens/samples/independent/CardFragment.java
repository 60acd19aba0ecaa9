package cn.privlens.samples.independent;

import android.app.Fragment;
import android.os.Build;

/** Made by code and handed to the fragment manager. */
public class CardFragment extends Fragment {
    private String text;

    @Override
    public void onStart() {
        super.onStart();
        text = Build.getSerial();
    }

    @Override
    public String toString() {
        return "卡片" + text;
    }
}
