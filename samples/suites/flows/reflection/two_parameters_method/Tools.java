package cn.privlens.suite.two_parameters_method;

import android.util.Log;

public class Tools {
    public static void send(String text, int n) { Log.i("suite", text + n); }
    public static void ping() { Log.i("suite", "ping"); }
}
