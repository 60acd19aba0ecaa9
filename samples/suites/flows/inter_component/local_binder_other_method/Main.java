package cn.privlens.suite.local_binder_other_method;

import android.app.Activity;
import android.content.ComponentName;
import android.content.Context;
import android.content.Intent;
import android.content.ServiceConnection;
import android.os.Bundle;
import android.os.IBinder;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private final ServiceConnection link = new ServiceConnection() {
        @Override
        public void onServiceConnected(ComponentName name, IBinder binder) {
            Box box = ((Box.Local) binder).box();
            box.keep(((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId());
            Log.i("suite", box.title());
        }
        @Override
        public void onServiceDisconnected(ComponentName name) {}
    };
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        bindService(new Intent(this, Box.class), link, BIND_AUTO_CREATE);
    }
}
