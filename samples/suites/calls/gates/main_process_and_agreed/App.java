package cn.privlens.suite.main_process_and_agreed;

import android.app.ActivityManager;
import android.app.Application;
import android.os.Process;
import android.telephony.TelephonyManager;

public class App extends Application {
    private String processName() {
        ActivityManager am = (ActivityManager) getSystemService(ACTIVITY_SERVICE);
        int pid = Process.myPid();
        for (ActivityManager.RunningAppProcessInfo i : am.getRunningAppProcesses()) {
            if (i.pid == pid) {
                return i.processName;
            }
        }
        return "";
    }
    @Override
    public void onCreate() {
        super.onCreate();
        if (getPackageName().equals(processName())) {
            if (getSharedPreferences("config", MODE_PRIVATE).getBoolean("privacy_agree", false)) {
                ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
            }
        }
    }
}
