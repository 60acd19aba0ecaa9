package cn.privlens.suite.apache_client_constant;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.IOException;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.DefaultHttpClient;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        new Thread(() -> {
            try {
                HttpPost post = new HttpPost("http://old.example.com/in");
                post.setEntity(new StringEntity("d=0"));
                new DefaultHttpClient().execute(post);
            } catch (IOException e) {
                Log.w("suite", "net");
            }
        }).start();
    }
}
