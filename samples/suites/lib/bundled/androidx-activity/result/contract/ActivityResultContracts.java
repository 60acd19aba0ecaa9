package androidx.activity.result.contract;

/** Stands for the library's class: same name and members, a body of our own. */
public final class ActivityResultContracts {
    private ActivityResultContracts() {}

    public static final class RequestPermission extends ActivityResultContract<String, Boolean> {}

    public static final class RequestMultiplePermissions
            extends ActivityResultContract<String[], java.util.Map<String, Boolean>> {}

    public static final class PickContact extends ActivityResultContract<Void, android.net.Uri> {}
}
