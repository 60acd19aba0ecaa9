package cn.privlens.suite.no_parameter_method;

import android.util.Log;

public class Tools {
    public static void send(String text, int n) { Log.i("suite", text + n); }
    public static void ping() { Log.i("suite", "ping"); }
}
