package cn.privlens.suite.http_client_failure_tag;

import android.app.Activity;
import android.net.wifi.WifiManager;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity implements HttpClient.Callback {
    private final HttpClient client = new HttpClient(2);

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WifiManager wifi = (WifiManager) getApplicationContext().getSystemService(WIFI_SERVICE);
        HttpRequest request = new HttpRequest("https://api.example.cn/login");
        request.body = "login";
        request.tag = wifi.getConnectionInfo().getMacAddress();
        client.enqueue(request, this);
    }

    @Override
    public void onSuccess(HttpRequest request, int code) {
        setTitle(String.valueOf(code));
    }

    @Override
    public void onFailure(HttpRequest request) {
        Log.w("login", "not sent: " + request.body);
    }
}
