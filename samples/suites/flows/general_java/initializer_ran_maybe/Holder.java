package cn.privlens.suite.initializer_ran_maybe;

import android.util.Log;

final class Holder {
    static {
        Log.i("suite", "holder " + Main.mark);
    }

    static void touch() {}
}
