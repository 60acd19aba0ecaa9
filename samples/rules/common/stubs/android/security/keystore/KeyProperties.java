package android.security.keystore;

/** Compile-only: the constants that the samples use. */
public abstract class KeyProperties {
    public static final String KEY_ALGORITHM_AES = "AES";
    public static final String BLOCK_MODE_GCM = "GCM";
    public static final String ENCRYPTION_PADDING_NONE = "NoPadding";
    public static final int PURPOSE_ENCRYPT = 1;
}
