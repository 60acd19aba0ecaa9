package cn.privlens.suite.mmkv_initialized_later;

import android.app.Application;
import com.tencent.mmkv.MMKV;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        setTheme(1);
    }
}
