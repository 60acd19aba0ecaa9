package cn.privlens.suite.aidl_style_stub;

import android.app.Service;
import android.content.Context;
import android.content.Intent;
import android.os.Binder;
import android.os.IBinder;
import android.os.Parcel;
import android.os.RemoteException;
import android.telephony.TelephonyManager;

public class Desk extends Service {
    private final Binder binder = new Binder() {
        @Override
        protected boolean onTransact(int code, Parcel data, Parcel reply, int flags) throws RemoteException {
            if (code == 1) {
                reply.writeString(((TelephonyManager) Desk.this.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId());
                return true;
            }
            return super.onTransact(code, data, reply, flags);
        }
    };
    @Override
    public IBinder onBind(Intent i) { return binder; }
}
