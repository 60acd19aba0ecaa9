package cn.privlens.suite.own_service_not_asked;

import android.content.Context;
import android.content.ContextWrapper;

final class Fake extends ContextWrapper {
    static final class Phone {
        String getDeviceId() { return "none"; }
    }
    Fake(Context base) { super(base); }
    @Override
    public Object getSystemService(String name) {
        return "phone_of_app".equals(name) ? new Phone() : super.getSystemService(name);
    }
}
