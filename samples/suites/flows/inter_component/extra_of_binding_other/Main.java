package cn.privlens.suite.extra_of_binding_other;

import android.app.Activity;
import android.content.ComponentName;
import android.content.Intent;
import android.content.ServiceConnection;
import android.os.IBinder;
import android.provider.Settings;

public class Main extends Activity implements ServiceConnection {
    @Override
    protected void onStart() {
        super.onStart();
        Intent intent = new Intent(this, Link.class);
        intent.putExtra("channel", "store");
        intent.putExtra("device", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        bindService(intent, this, BIND_AUTO_CREATE);
    }

    @Override
    protected void onStop() {
        super.onStop();
        unbindService(this);
    }

    @Override
    public void onServiceConnected(ComponentName name, IBinder service) {
        setTitle("linked");
    }

    @Override
    public void onServiceDisconnected(ComponentName name) {
        setTitle("not linked");
    }
}
