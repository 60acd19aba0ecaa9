package cn.privlens.samples.features;

import android.os.Build;

/** The read is in a static initialiser; using the class runs it. */
final class StaticInit {
    static final String VALUE = Build.SERIAL;

    private StaticInit() {}

    /** Its initialiser never runs: nothing uses this class. */
    static final class Unused {
        static final String MODEL = Build.MODEL;

        private Unused() {}
    }

    static int run() {
        return VALUE.length();
    }
}
