package android.telephony;

import java.util.List;

/** Compile-only: the members of the framework class that this sample uses. */
public class TelephonyManager {
    public String getDeviceId() {
        return null;
    }

    public String getImei(int slot) {
        return null;
    }

    public String getMeid(int slot) {
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

    public List<CellInfo> getAllCellInfo() {
        return null;
    }

    public int getPhoneType() {
        return 0;
    }
}
