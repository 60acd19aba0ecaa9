package cn.privlens.suite.task_base_test_replaced;

import android.content.Context;

abstract class GuardedTask {
    final Context context;
    GuardedTask(Context context) { this.context = context; }
    void start() {
        if (context.getSharedPreferences("p", Context.MODE_PRIVATE).getBoolean("privacy_granted", false)) {
            work();
        }
    }
    abstract void work();
}
