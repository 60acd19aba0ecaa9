package cn.privlens.suite.initializer_runs_late;

import android.util.Log;

final class Holder {
    static int count = 1;
    static {
        Log.i("suite", "holder " + Main.mark);
    }
    private Holder() {}
}
