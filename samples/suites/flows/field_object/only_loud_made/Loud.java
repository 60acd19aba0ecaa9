package cn.privlens.suite.only_loud_made;

import android.util.Log;

final class Loud implements Output {
    @Override
    public void put(String text) { Log.i("suite", text); }
}
