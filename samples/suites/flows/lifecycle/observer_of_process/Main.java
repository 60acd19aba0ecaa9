package cn.privlens.suite.observer_of_process;

import android.app.Activity;
import android.os.Bundle;
import androidx.lifecycle.ProcessLifecycleOwner;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ProcessLifecycleOwner.get().getLifecycle().addObserver(new Watcher(getApplicationContext()));
    }
}
