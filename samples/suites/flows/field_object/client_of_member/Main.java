package cn.privlens.suite.client_of_member;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Session member = new Session("member");
        Session guest = new Session("guest");
        member.open(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        guest.open("anonymous");
        final Client first = new Client(member);
        final Client second = new Client(guest);
        new Thread(new Runnable() {
            @Override
            public void run() {
                first.report();
            }
        }).start();
        setTitle(second.toString());
    }
}
