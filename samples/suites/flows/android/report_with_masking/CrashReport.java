package cn.privlens.suite.report_with_masking;

import android.net.wifi.WifiInfo;
import android.net.wifi.WifiManager;

final class CrashReport {
    private final Masker masker;
    private final StringBuilder lines = new StringBuilder();

    CrashReport(Masker masker) {
        this.masker = masker;
    }

    CrashReport card(WifiManager wifi) {
        WifiInfo info = wifi.getConnectionInfo();
        return line("card", masker.mask(info.getMacAddress()));
    }

    CrashReport line(String name, String value) {
        lines.append(name).append('=').append(value).append('\n');
        return this;
    }

    String text() {
        return lines.toString();
    }
}
