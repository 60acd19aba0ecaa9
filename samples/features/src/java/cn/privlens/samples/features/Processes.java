package cn.privlens.samples.features;

import android.app.ActivityManager;
import android.content.Context;
import android.os.Process;

/** Lists of processes: one looked through for the own process, one kept whole. */
final class Processes {
    private Processes() {}

    static void run(Context context) {
        ActivityManager manager = (ActivityManager) context.getSystemService("activity");
        ownName(manager);
        everything(manager);
        tasks(manager);
    }

    private static String ownName(ActivityManager manager) {
        int own = Process.myPid();
        for (ActivityManager.RunningAppProcessInfo process : manager.getRunningAppProcesses()) {
            if (process.pid == own) {
                return process.processName;
            }
        }
        return null;
    }

    private static int everything(ActivityManager manager) {
        return manager.getRunningServices(100).size();
    }

    private static int tasks(ActivityManager manager) {
        return manager.getRunningTasks(10).size();
    }
}
