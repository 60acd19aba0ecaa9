package cn.privlens.suite.main_method_arguments;

import android.util.Log;

public class Tool {
    public static void main(String[] args) {
        Log.i("tool", args[1]);
    }
}
