package cn.privlens.rules;

import android.app.Application;
import com.umeng.commonsdk.UMConfigure;

/** Reads, sends and starts an SDK as soon as the process starts. */
public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        UMConfigure.init(this, "sample", "store", 1, null);
        final String imei = Reads.imei(this);
        new Thread(() -> Net.post("https://log.morning-news.example/v1", imei)).start();
    }
}
