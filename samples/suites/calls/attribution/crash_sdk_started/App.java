package cn.privlens.suite.crash_sdk_started;

import android.app.Application;
import com.tencent.bugly.crashreport.CrashReport;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        CrashReport.initCrashReport(this, "900012345", false);
    }
}
