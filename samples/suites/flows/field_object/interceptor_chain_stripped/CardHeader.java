package cn.privlens.suite.interceptor_chain_stripped;

import android.telephony.TelephonyManager;
import java.io.IOException;

final class CardHeader implements Chain.Interceptor {
    private final TelephonyManager phone;

    CardHeader(TelephonyManager phone) {
        this.phone = phone;
    }

    @Override
    public int intercept(Chain chain) throws IOException {
        chain.headers.put("X-Card", phone.getSimSerialNumber());
        chain.headers.put("X-Channel", "store");
        return chain.proceed();
    }
}
