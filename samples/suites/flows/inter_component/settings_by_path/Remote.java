package cn.privlens.suite.settings_by_path;

import android.app.IntentService;
import android.content.Intent;
import android.database.Cursor;
import android.util.Log;

public class Remote extends IntentService {
    public Remote() {
        super("remote");
    }

    @Override
    protected void onHandleIntent(Intent intent) {
        Cursor c = getContentResolver().query(SettingsProvider.address(this, "number"), null, null, null, null);
        if (c != null && c.moveToFirst()) {
            Log.i("remote", c.getString(0));
            c.close();
        }
    }
}
