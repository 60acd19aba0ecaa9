package android.media.projection;

import android.content.Intent;

/** Compile-only: a framework class newer than API 17. */
public final class MediaProjectionManager {
    public Intent createScreenCaptureIntent() {
        return null;
    }

    public MediaProjection getMediaProjection(int result, Intent data) {
        return null;
    }
}
