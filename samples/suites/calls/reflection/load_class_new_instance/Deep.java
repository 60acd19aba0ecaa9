package cn.privlens.suite.load_class_new_instance;

import android.os.Build;

public class Deep {
    public Deep() { System.loadLibrary("a"); SERIAL = Build.SERIAL; }
    static String SERIAL;
}
