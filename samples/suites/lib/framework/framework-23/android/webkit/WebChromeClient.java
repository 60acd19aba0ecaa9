package android.webkit;

/** Compile-only: the members of the framework class that the programs use, some newer than API 17. */
public class WebChromeClient {
    public void onPermissionRequest(PermissionRequest request) {}
}
