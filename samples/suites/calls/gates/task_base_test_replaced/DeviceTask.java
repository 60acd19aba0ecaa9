package cn.privlens.suite.task_base_test_replaced;

import android.content.Context;
import android.telephony.TelephonyManager;

class DeviceTask extends GuardedTask {
    DeviceTask(Context context) { super(context); }
    @Override
    void start() { work(); }
    @Override
    void work() { ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number(); }
}
