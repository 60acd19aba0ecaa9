package cn.privlens.suite.static_field_overwritten;

import android.telephony.SmsManager;

class Uploader {
    void upload() {
        SmsManager.getDefault().sendTextMessage("10690000", null, "" + Shared.id, null, null);
    }
}
