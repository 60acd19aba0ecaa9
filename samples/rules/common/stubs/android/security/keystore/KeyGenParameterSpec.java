package android.security.keystore;

/** Compile-only: the members of the framework class that the samples use. */
public final class KeyGenParameterSpec implements java.security.spec.AlgorithmParameterSpec {
    /** Makes one. */
    public static final class Builder {
        public Builder(String name, int purposes) {}

        public Builder setBlockModes(String... modes) {
            return this;
        }

        public Builder setEncryptionPaddings(String... paddings) {
            return this;
        }

        public KeyGenParameterSpec build() {
            return null;
        }
    }
}
