package cn.privlens.suite.draft_detached_from_preview;

import android.telephony.SmsManager;

final class Preview {
    private final Draft shown;

    Preview(Draft shown) {
        this.shown = shown;
    }

    void send(String to) {
        SmsManager.getDefault().sendTextMessage(to, null, shown.title + ": " + shown.body, null, null);
    }
}
