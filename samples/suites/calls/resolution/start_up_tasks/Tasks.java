package cn.privlens.suite.start_up_tasks;

import android.content.Context;
import android.telephony.TelephonyManager;
import java.util.ArrayList;
import java.util.List;

final class Tasks {
    interface Task {
        void run(Context context);
    }
    static final class Theme implements Task {
        @Override
        public void run(Context context) { context.setTheme(0); }
    }
    static final class Device implements Task {
        @Override
        public void run(Context context) { ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }
    }
    private static final List<Task> ALL = new ArrayList<>();
    private Tasks() {}
    static void add(Task task) { ALL.add(task); }
    static void run(Context context) {
        for (Task task : ALL) {
            task.run(context);
        }
        ALL.clear();
    }
}
