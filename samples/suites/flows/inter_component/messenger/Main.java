package cn.privlens.suite.messenger;

import android.app.Activity;
import android.content.ComponentName;
import android.content.Intent;
import android.content.ServiceConnection;
import android.os.Bundle;
import android.os.IBinder;
import android.os.Message;
import android.os.Messenger;
import android.os.RemoteException;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity implements ServiceConnection {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        bindService(new Intent(this, Desk.class), this, BIND_AUTO_CREATE);
    }
    @Override
    public void onServiceConnected(ComponentName name, IBinder binder) {
        Message m = Message.obtain(null, 1);
        Bundle b = new Bundle();
        b.putString("m", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        m.setData(b);
        try {
            new Messenger(binder).send(m);
        } catch (RemoteException e) {
            Log.w("suite", "dead");
        }
    }
    @Override
    public void onServiceDisconnected(ComponentName name) {}
}
