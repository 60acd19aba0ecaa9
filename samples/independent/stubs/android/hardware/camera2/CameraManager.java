package android.hardware.camera2;

import android.os.Handler;

/** Compile-only: a framework class newer than API 17. */
public final class CameraManager {
    public String[] getCameraIdList() {
        return null;
    }

    public void openCamera(String id, CameraDevice.StateCallback callback, Handler handler) {}
}
