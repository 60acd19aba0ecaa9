package cn.privlens.samples.features.near;

/** Shares its simple name and its method with a framework class. */
public final class TelephonyManager {
    public String getDeviceId() {
        return "none";
    }
}
