package cn.privlens.suite.service_bound_again;

import android.app.Activity;
import android.content.ComponentName;
import android.content.Intent;
import android.content.ServiceConnection;
import android.os.IBinder;

public class Main extends Activity implements ServiceConnection {
    @Override
    protected void onStart() {
        super.onStart();
        bindService(new Intent(this, CounterService.class), this, BIND_AUTO_CREATE);
    }

    @Override
    protected void onStop() {
        unbindService(this);
        super.onStop();
    }

    @Override
    public void onServiceConnected(ComponentName name, IBinder binder) {
        startService(new Intent(this, CounterService.class));
    }

    @Override
    public void onServiceDisconnected(ComponentName name) {}
}
