package android.media.projection;

import android.view.Surface;

/** Compile-only: a framework class newer than API 17. */
public final class MediaProjection {
    public Object createVirtualDisplay(String name, int width, int height, int dpi, int flags, Surface surface) {
        return null;
    }
}
