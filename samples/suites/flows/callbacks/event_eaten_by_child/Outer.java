package cn.privlens.suite.event_eaten_by_child;

import android.telephony.SmsManager;

class Outer extends Node {
    Outer() {
        super(null);
    }

    @Override
    boolean handle(String text) {
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
        return true;
    }
}
