package cn.privlens.suite.binder_other_code;

import android.app.Activity;
import android.content.ComponentName;
import android.content.Intent;
import android.content.ServiceConnection;
import android.os.Bundle;
import android.os.IBinder;
import android.os.Parcel;
import android.os.RemoteException;
import android.telephony.TelephonyManager;

public class Main extends Activity implements ServiceConnection {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        bindService(new Intent(this, Desk.class), this, BIND_AUTO_CREATE);
    }
    @Override
    public void onServiceConnected(ComponentName name, IBinder service) {
        Parcel data = Parcel.obtain();
        Parcel reply = Parcel.obtain();
        data.writeString(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        try {
            service.transact(3, data, reply, 0);
        } catch (RemoteException e) {
            setTitle("e");
        }
        data.recycle();
        reply.recycle();
    }
    @Override
    public void onServiceDisconnected(ComponentName name) { }
}
