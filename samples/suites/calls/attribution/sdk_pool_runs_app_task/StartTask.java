package cn.privlens.suite.sdk_pool_runs_app_task;

import android.content.Context;
import android.telephony.TelephonyManager;

final class StartTask implements Runnable {
    private final Context context;

    StartTask(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber();
    }
}
