package cn.privlens.suite.installed_apps_system_count;

import android.app.Activity;
import android.os.Bundle;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Main extends Activity {
    private final ExecutorService worker = Executors.newCachedThreadPool();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        worker.submit(new AppListTask(getPackageManager()));
    }

    @Override
    protected void onDestroy() {
        worker.shutdown();
        super.onDestroy();
    }
}
