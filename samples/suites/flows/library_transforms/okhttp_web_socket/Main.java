package cn.privlens.suite.okhttp_web_socket;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String sim = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        Request r = new Request.Builder().url("wss://ws.example.com/s").build();
        new OkHttpClient().newWebSocket(r, new WebSocketListener() {
            @Override
            public void onOpen(WebSocket s, Response response) { s.send(sim); }
        });
    }
}
