package android.os;

/** Compile-only: the members of the framework class that the programs use, newer than API 17. */
public final class PersistableBundle {
    public void putString(String key, String value) {}

    public String getString(String key) {
        return null;
    }
}
