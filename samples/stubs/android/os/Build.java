package android.os;

/** Compile-only: the members of the framework class that the samples use; no value is a constant. */
public class Build {
    public static final String SERIAL = null;
    public static final String MODEL = null;

    public static String getSerial() {
        return null;
    }

    public static class VERSION {
        public static final int SDK_INT = Integer.parseInt("0");
    }
}
