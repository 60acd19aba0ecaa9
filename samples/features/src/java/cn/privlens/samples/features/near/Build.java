package cn.privlens.samples.features.near;

/** Shares its simple name and its field with a framework class. */
public final class Build {
    public static String SERIAL = String.valueOf(1);

    private Build() {}
}
