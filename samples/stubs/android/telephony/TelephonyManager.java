package android.telephony;

/** Compile-only: the members of the framework class that the samples use, some newer than API 17. */
public class TelephonyManager {
    public String getDeviceId() {
        return null;
    }

    public String getDeviceId(int slot) {
        return null;
    }

    public String getImei() {
        return null;
    }

    public String getImei(int slot) {
        return null;
    }

    public String getMeid() {
        return null;
    }

    public String getSubscriberId() {
        return null;
    }

    public String getSimSerialNumber() {
        return null;
    }

    public String getLine1Number() {
        return null;
    }

    public CellLocation getCellLocation() {
        return null;
    }

    public java.util.List<CellInfo> getAllCellInfo() {
        return null;
    }

    public int getPhoneType() {
        return 0;
    }

    public void listen(PhoneStateListener listener, int events) {}
}
