package cn.privlens.suite.load_class_not_made;

import android.os.Build;

public class Deep {
    public Deep() { System.loadLibrary("a"); SERIAL = Build.SERIAL; }
    static String SERIAL;
}
