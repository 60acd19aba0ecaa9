package android.hardware.camera2;

/** Compile-only: a framework class newer than API 17. */
public abstract class CameraDevice {
    /** Compile-only. */
    public abstract static class StateCallback {
        public abstract void onOpened(CameraDevice camera);

        public abstract void onDisconnected(CameraDevice camera);

        public abstract void onError(CameraDevice camera, int error);
    }
}
