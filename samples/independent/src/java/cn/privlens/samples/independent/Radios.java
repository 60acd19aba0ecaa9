package cn.privlens.samples.independent;

import android.bluetooth.BluetoothAdapter;
import android.content.Context;
import android.net.wifi.WifiConfiguration;
import android.net.wifi.WifiInfo;
import android.net.wifi.WifiManager;
import android.telephony.CellIdentityLte;
import android.telephony.CellInfo;
import android.telephony.CellInfoLte;
import android.telephony.TelephonyManager;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;

/** Wi-Fi, interfaces of the network, Bluetooth and cells. */
final class Radios {
    private Radios() {}

    static void run(Context context) {
        WifiManager wifi = (WifiManager) context.getSystemService(Context.WIFI_SERVICE);
        connection(wifi.getConnectionInfo());
        join(wifi);
        try {
            hardware();
            addresses();
        } catch (SocketException gone) {
            // No network.
        }
        bluetooth();
        cells((TelephonyManager) context.getSystemService("phone"));
    }

    private static String connection(WifiInfo info) {
        return info.getSSID() + info.getBSSID() + info.getIpAddress() + info.getLinkSpeed();
    }

    /** Names a network to the system; reads none. */
    private static void join(WifiManager wifi) {
        WifiConfiguration network = new WifiConfiguration();
        network.SSID = "\"咖啡𠮷\"";
        network.BSSID = "02:00:00:00:00:01";
        wifi.enableNetwork(wifi.addNetwork(network), true);
    }

    private static String hardware() throws SocketException {
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (each.getName().equalsIgnoreCase("wlan0")) {
                return new String(each.getHardwareAddress());
            }
        }
        return "";
    }

    private static String addresses() throws SocketException {
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(each.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    return address.getHostAddress();
                }
            }
        }
        return "";
    }

    private static void bluetooth() {
        BluetoothAdapter adapter = BluetoothAdapter.getDefaultAdapter();
        if (adapter.isEnabled()) {
            adapter.getBondedDevices().forEach(device -> System.out.println(device.getName()));
            adapter.startDiscovery();
        }
    }

    private static void cells(TelephonyManager phone) {
        for (CellInfo cell : phone.getAllCellInfo()) {
            if (cell instanceof CellInfoLte) {
                CellIdentityLte lte = ((CellInfoLte) cell).getCellIdentity();
                System.out.println(lte.getCi() + lte.getTac());
            }
        }
    }
}
