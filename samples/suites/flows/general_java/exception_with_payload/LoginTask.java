package cn.privlens.suite.exception_with_payload;

import android.telephony.TelephonyManager;
import java.util.concurrent.Callable;

final class LoginTask implements Callable<Integer> {
    private final TelephonyManager phone;

    LoginTask(TelephonyManager phone) {
        this.phone = phone;
    }

    @Override
    public Integer call() throws LoginException {
        if (phone.getPhoneType() == TelephonyManager.PHONE_TYPE_NONE) {
            return 0;
        }
        throw new LoginException("login failed", phone.getDeviceId());
    }
}
