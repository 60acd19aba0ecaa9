package cn.privlens.suite.extras_left_in;

import android.content.Context;
import android.content.ContextWrapper;
import android.content.Intent;

final class Starter extends ContextWrapper {
    Starter(Context base) { super(base); }
    @Override
    public void startActivity(Intent intent) {
        intent.setFlags(Intent.FLAG_ACTIVITY_NEW_TASK);
        super.startActivity(intent);
    }
}
