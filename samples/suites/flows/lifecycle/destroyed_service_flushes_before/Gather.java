package cn.privlens.suite.destroyed_service_flushes_before;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.util.Log;
import android.widget.Toast;
import java.util.ArrayList;
import java.util.List;

public class Gather extends Service {
    private List<String> texts = new ArrayList<>();

    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        texts.add(intent.getStringExtra("t"));
        setForegroundNote(texts.size());
        texts = new ArrayList<>();
        return START_REDELIVER_INTENT;
    }

    private void setForegroundNote(int n) {
        Toast.makeText(this, n + " texts", Toast.LENGTH_SHORT).show();
    }

    @Override
    public void onDestroy() {
        for (String t : texts) {
            Log.i("gather", t);
        }
        super.onDestroy();
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
