package android.webkit;

/** Compile-only: the members of the framework class that the programs use, some newer than API 17. */
public abstract class PermissionRequest {
    public abstract String[] getResources();

    public abstract void grant(String[] resources);

    public abstract void deny();
}
