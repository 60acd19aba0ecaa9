package cn.privlens.suite.registry_of_other_modules;

import android.app.Activity;
import android.provider.Settings;

class Reads implements Part {
    @Override
    public void begin(Activity a) {
        Settings.Secure.getString(a.getContentResolver(), Settings.Secure.ANDROID_ID);
    }
}
