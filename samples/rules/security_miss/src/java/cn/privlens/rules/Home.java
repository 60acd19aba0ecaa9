package cn.privlens.rules;

import android.content.Intent;
import android.os.Build;
import android.security.keystore.KeyGenParameterSpec;
import android.security.keystore.KeyProperties;
import android.util.Log;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/** The same buttons, done right. */
public class Home extends Screen {
    private static final boolean DEBUG = false;

    @Override
    void begin() {
        PinnedTrust.install(new byte[] {1, 2, 3});
        button("同步", view -> {
            final String phone = Reads.phone(this);
            new Thread(() -> Net.post("https://a.quick-pay.example/v1", phone)).start();
        });
        button("图片", view -> new Thread(() -> Net.post("http://static.quick-pay.example/logo.png", "")).start());
        button("登记", view -> {
            final String imei = Reads.imei(this);
            if (DEBUG) {
                Log.d("imei", imei);
            }
            keep(strong(imei));
        });
        button("加密", view -> {
            final byte[] secret = strong(Reads.androidId(this));
            new Thread(() -> Net.post("https://a.quick-pay.example/v2", new String(secret))).start();
        });
        button("付款", view -> startActivity(new Intent(this, PayPage.class)));
        button("网页", view -> startActivity(new Intent(this, WebPage.class)));
    }

    private void keep(byte[] secret) {
        try (FileOutputStream out = new FileOutputStream(new File(getFilesDir(), "id"))) {
            out.write(secret);
        } catch (IOException full) {
            show("full");
        }
    }

    private static byte[] strong(String text) {
        try {
            KeyGenerator keys = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, "AndroidKeyStore");
            keys.init(new KeyGenParameterSpec.Builder("id", KeyProperties.PURPOSE_ENCRYPT)
                    .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
                    .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
                    .build());
            SecretKey key = keys.generateKey();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return cipher.doFinal(text.getBytes());
        } catch (GeneralSecurityException none) {
            return new byte[Build.VERSION.SDK_INT];
        }
    }
}
