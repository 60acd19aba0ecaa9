package cn.privlens.samples.features;

import android.accounts.AccountManager;
import android.bluetooth.BluetoothAdapter;
import android.content.Context;
import android.net.wifi.WifiManager;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.IOException;

/** System files, commands and radio interfaces. */
final class Places {
    private Places() {}

    static void files() {
        try {
            mac();
            arp();
            cpu();
        } catch (IOException closed) {
            // Newer systems refuse.
        }
    }

    private static int mac() throws IOException {
        try (FileReader reader = new FileReader("/sys/class/net/wlan0/address")) {
            return reader.read();
        }
    }

    private static int arp() throws IOException {
        try (FileInputStream in = new FileInputStream(new File("/proc/net/arp"))) {
            return in.read();
        }
    }

    private static int cpu() throws IOException {
        try (FileReader reader = new FileReader(new File("/proc", "cpuinfo"))) {
            return reader.read();
        }
    }

    static void commands() {
        try {
            serial();
            packages();
            processes();
            harmless();
        } catch (IOException refused) {
            // No shell.
        }
    }

    private static Process serial() throws IOException {
        return Runtime.getRuntime().exec("getprop ro.serialno");
    }

    private static Process packages() throws IOException {
        return Runtime.getRuntime().exec(new String[] {"pm", "list", "packages"});
    }

    private static Process processes() throws IOException {
        return new ProcessBuilder("cat", "/sys/class/net/wlan0/address").start();
    }

    private static Process harmless() throws IOException {
        return Runtime.getRuntime().exec("sleep 1");
    }

    static void radio(Context context) {
        AccountManager.get(context).getAccounts();
        BluetoothAdapter.getDefaultAdapter().getAddress();
        BluetoothAdapter.getDefaultAdapter().getBondedDevices();
        ((WifiManager) context.getSystemService("wifi")).getConfiguredNetworks();
    }
}
