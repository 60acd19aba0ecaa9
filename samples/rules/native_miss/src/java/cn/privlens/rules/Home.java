package cn.privlens.rules;

/** The calendar is read by native code alone. */
public class Home extends Screen {
    static {
        System.loadLibrary("cal");
    }

    private static native String events(Object resolver);

    @Override
    void begin() {
        button("日历", view -> show(events(getContentResolver())));
    }
}
