package android.os;

/** Compile-only: the members of the framework class that this sample uses; no value is a constant. */
public class Build {
    public static final String SERIAL = null;
    public static final String UNKNOWN = null;

    public static String getSerial() {
        return null;
    }

    public static class VERSION {
        public static final int SDK_INT = Integer.parseInt("0");
    }
}
