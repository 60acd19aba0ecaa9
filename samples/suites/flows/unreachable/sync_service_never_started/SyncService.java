package cn.privlens.suite.sync_service_never_started;

import android.app.IntentService;
import android.content.Intent;
import android.telephony.TelephonyManager;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

public class SyncService extends IntentService {
    public SyncService() {
        super("sync");
    }

    @Override
    protected void onHandleIntent(Intent intent) {
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        try {
            HttpURLConnection c = (HttpURLConnection) new URL("https://sync.example.com/").openConnection();
            c.setRequestMethod("PUT");
            c.setDoOutput(true);
            c.getOutputStream().write(id.getBytes(StandardCharsets.UTF_8));
            c.getInputStream().close();
        } catch (IOException e) {
            stopSelf();
        }
    }
}
