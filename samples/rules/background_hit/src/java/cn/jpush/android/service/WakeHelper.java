package cn.jpush.android.service;

import android.content.ComponentName;
import android.content.Context;
import android.content.Intent;
import android.content.ServiceConnection;
import android.content.pm.ResolveInfo;
import android.os.IBinder;

/** Written for this sample: stands under the package name of a push SDK; no line of it is in it. */
public final class WakeHelper implements ServiceConnection {
    public static void wake(Context context) {
        Intent daemon = new Intent("cn.jpush.android.intent.DaemonService");
        for (ResolveInfo one : context.getPackageManager().queryIntentServices(daemon, 0)) {
            Intent service = new Intent();
            service.setClassName(one.serviceInfo.packageName, one.serviceInfo.name);
            context.bindService(service, new WakeHelper(), Context.BIND_AUTO_CREATE);
        }
    }

    @Override
    public void onServiceConnected(ComponentName name, IBinder service) {}

    @Override
    public void onServiceDisconnected(ComponentName name) {}
}
