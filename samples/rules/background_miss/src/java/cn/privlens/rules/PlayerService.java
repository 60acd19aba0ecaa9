package cn.privlens.rules;

import android.app.Service;
import android.content.Intent;
import android.media.MediaPlayer;
import android.os.IBinder;

/** Plays one song. */
public class PlayerService extends Service {
    private final MediaPlayer player = new MediaPlayer();

    @Override
    public int onStartCommand(Intent intent, int flags, int id) {
        player.start();
        return START_NOT_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
