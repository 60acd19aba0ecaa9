package cn.privlens.rules;

import android.accounts.Account;
import android.app.Service;
import android.content.ContentResolver;
import android.content.Intent;
import android.os.Bundle;
import android.os.IBinder;

/** A synchronisation that keeps the process alive and synchronises nothing. */
public class SyncService extends Service {
    @Override
    public IBinder onBind(Intent intent) {
        ContentResolver.addPeriodicSync(new Account("sync", "cn.privlens.rules"), "cn.privlens.rules.sync", new Bundle(), 60);
        return null;
    }
}
