package cn.privlens.suite.overload_for_any_asked;

import android.util.Log;

public class Sink {
    private int total;

    public void put(Object any) {
        Log.i("sink", "对象 " + any);
    }

    public void put(String text) {
        total += text.length();
    }
}
