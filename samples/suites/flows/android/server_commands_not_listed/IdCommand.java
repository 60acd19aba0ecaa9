package cn.privlens.suite.server_commands_not_listed;

import android.content.Context;
import android.telephony.TelephonyManager;

class IdCommand implements Command {
    @Override
    public String run(Context context) {
        return ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }
}
