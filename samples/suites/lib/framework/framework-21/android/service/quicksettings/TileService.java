package android.service.quicksettings;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Compile-only: the members of the framework class that the programs use, some newer than API 17. */
public class TileService extends Service {
    public void onClick() {}

    public void onStartListening() {}

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
