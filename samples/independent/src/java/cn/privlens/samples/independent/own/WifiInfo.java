package cn.privlens.samples.independent.own;

/** Has the name of a framework class and nothing else of it. */
public final class WifiInfo {
    public String getSSID() {
        return "咖啡";
    }

    public String getMacAddress() {
        return "02:00:00:00:00:00";
    }
}
