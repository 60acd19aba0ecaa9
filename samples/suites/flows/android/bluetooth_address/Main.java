package cn.privlens.suite.bluetooth_address;

import android.app.Activity;
import android.bluetooth.BluetoothAdapter;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        BluetoothAdapter a = BluetoothAdapter.getDefaultAdapter();
        SmsManager.getDefault().sendTextMessage("10690000", null, a.getAddress(), null, null);
    }
}
