package cn.privlens.suite.presenter_attached;

import android.content.Context;
import android.telephony.TelephonyManager;

final class PhoneRepository implements Repository {
    private final Context context;

    PhoneRepository(Context context) {
        this.context = context;
    }

    @Override
    public String load() {
        return ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number();
    }
}
