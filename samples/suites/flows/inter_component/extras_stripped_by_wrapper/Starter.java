package cn.privlens.suite.extras_stripped_by_wrapper;

import android.content.Context;
import android.content.ContextWrapper;
import android.content.Intent;
import android.os.Bundle;

final class Starter extends ContextWrapper {
    Starter(Context base) { super(base); }
    @Override
    public void startActivity(Intent intent) {
        intent.replaceExtras(new Bundle());
        super.startActivity(intent);
    }
}
