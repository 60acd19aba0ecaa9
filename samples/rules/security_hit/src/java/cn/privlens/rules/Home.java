package cn.privlens.rules;

import android.content.Intent;
import android.os.Environment;
import android.util.Log;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Each button does one thing wrong. */
public class Home extends Screen {
    @Override
    void begin() {
        TrustAll.install();
        button("同步", view -> {
            final String phone = Reads.phone(this);
            new Thread(() -> Net.post("http://a.quick-pay.example/v1", phone)).start();
        });
        button("登记", view -> {
            final String imei = Reads.imei(this);
            Log.d("imei", imei);
            keep(imei);
        });
        button("加密", view -> {
            final byte[] secret = weak(Reads.androidId(this));
            new Thread(() -> Net.post("https://a.quick-pay.example/v2", android.util.Base64.encodeToString(secret, 0))).start();
        });
        button("付款", view -> startActivity(new Intent(this, PayPage.class)));
        button("网页", view -> startActivity(new Intent(this, WebPage.class).putExtra("address", "https://shop.example/")));
    }

    private void keep(String imei) {
        try (FileOutputStream out = new FileOutputStream(new File(Environment.getExternalStorageDirectory(), ".id"))) {
            out.write(imei.getBytes("UTF-8"));
        } catch (IOException full) {
            show("full");
        }
    }

    private static byte[] weak(String text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec("1234567890abcdef".getBytes(), "AES"));
            return cipher.doFinal(text.getBytes());
        } catch (GeneralSecurityException none) {
            return new byte[0];
        }
    }
}
