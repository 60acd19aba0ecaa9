package android.location;

/** Compile-only: since API level 30 the other methods of the listener have a body. */
public interface LocationListener {
    void onLocationChanged(Location location);
}
