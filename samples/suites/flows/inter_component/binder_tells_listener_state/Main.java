package cn.privlens.suite.binder_tells_listener_state;

import android.app.Activity;
import android.content.ComponentName;
import android.content.Intent;
import android.content.ServiceConnection;
import android.os.IBinder;
import android.util.Log;

public class Main extends Activity implements ServiceConnection, Ids.Listener {
    @Override
    protected void onStart() {
        super.onStart();
        bindService(new Intent(this, Ids.class), this, BIND_AUTO_CREATE);
    }

    @Override
    protected void onStop() {
        unbindService(this);
        super.onStop();
    }

    @Override
    public void onServiceConnected(ComponentName name, IBinder binder) {
        ((Ids.Access) binder).add(this);
    }

    @Override
    public void onServiceDisconnected(ComponentName name) {}

    @Override
    public void onId(String id) {
        Log.i("main", "id " + id);
    }
}
