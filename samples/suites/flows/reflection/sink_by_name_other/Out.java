package cn.privlens.suite.sink_by_name_other;

import android.util.Log;

public class Out {
    public Out() {}
    void print(String s) { Log.i("suite", s); }
    void drop(String s) { Log.i("suite", "dropped"); }
}
