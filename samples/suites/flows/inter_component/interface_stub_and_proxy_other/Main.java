package cn.privlens.suite.interface_stub_and_proxy_other;

import android.app.Activity;
import android.content.ComponentName;
import android.content.Intent;
import android.content.ServiceConnection;
import android.os.Bundle;
import android.os.IBinder;
import android.os.RemoteException;
import android.telephony.TelephonyManager;

public class Main extends Activity implements ServiceConnection {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        bindService(new Intent(this, Remote.class), this, BIND_AUTO_CREATE);
    }
    @Override
    public void onServiceConnected(ComponentName name, IBinder binder) {
        try {
            IReport report = IReport.Stub.asInterface(binder);
            report.note(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
            report.send("hello");
        } catch (RemoteException e) {
            setTitle("e");
        }
    }
    @Override
    public void onServiceDisconnected(ComponentName name) { }
}
