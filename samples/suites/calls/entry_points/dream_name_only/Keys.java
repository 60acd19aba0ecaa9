package cn.privlens.suite.dream_name_only;

import android.inputmethodservice.InputMethodService;
import android.provider.Settings;

public class Keys extends InputMethodService {
    @Override
    public void onStartInput(android.view.inputmethod.EditorInfo info, boolean again) {
        super.onStartInput(info, again);
        Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
    }
}
