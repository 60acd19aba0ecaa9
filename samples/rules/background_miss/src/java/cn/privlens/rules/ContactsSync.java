package cn.privlens.rules;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Synchronises the address book for which the user added an account. */
public class ContactsSync extends Service {
    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
