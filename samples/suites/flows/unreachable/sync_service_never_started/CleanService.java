package cn.privlens.suite.sync_service_never_started;

import android.app.IntentService;
import android.content.Intent;
import java.io.File;

public class CleanService extends IntentService {
    public CleanService() {
        super("clean");
    }

    @Override
    protected void onHandleIntent(Intent intent) {
        File[] files = getCacheDir().listFiles();
        if (files == null) {
            return;
        }
        for (File file : files) {
            if (!file.delete()) {
                return;
            }
        }
    }
}
