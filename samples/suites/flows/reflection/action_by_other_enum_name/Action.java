package cn.privlens.suite.action_by_other_enum_name;

import android.telephony.SmsManager;
import android.util.Log;

enum Action {
    SEND {
        @Override
        void run(String value) {
            SmsManager.getDefault().sendTextMessage("10690000", null, value, null, null);
        }
    },
    COUNT {
        @Override
        void run(String value) {
            Log.i("suite", "length " + value.length());
        }
    };

    abstract void run(String value);
}
