package cn.privlens.suite.sdk_pool_runs_own_task;

import android.content.Context;

final class StartTask implements Runnable {
    private final Context context;

    StartTask(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.getSharedPreferences("app", Context.MODE_PRIVATE).edit().putLong("start", System.currentTimeMillis()).apply();
    }
}
