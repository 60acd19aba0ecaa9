package cn.privlens.suite.service_listener;

import android.app.Activity;
import android.content.ComponentName;
import android.content.Intent;
import android.content.ServiceConnection;
import android.os.IBinder;
import android.util.Log;

public class Main extends Activity implements ServiceConnection, IdService.Listener {
    @Override
    protected void onStart() {
        super.onStart();
        bindService(new Intent(this, IdService.class), this, BIND_AUTO_CREATE);
    }

    @Override
    public void onServiceConnected(ComponentName name, IBinder binder) {
        IdService service = ((IdService.Local) binder).service();
        service.add(this);
        service.load();
        service.remove(this);
    }

    @Override
    public void onServiceDisconnected(ComponentName name) {}

    @Override
    public void onId(String id) {
        Log.i("id", "got " + id);
    }

    @Override
    protected void onStop() {
        unbindService(this);
        super.onStop();
    }
}
