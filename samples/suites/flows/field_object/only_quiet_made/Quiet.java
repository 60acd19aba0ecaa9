package cn.privlens.suite.only_quiet_made;

import android.util.Log;

final class Quiet implements Output {
    @Override
    public void put(String text) { Log.i("suite", "put"); }
}
