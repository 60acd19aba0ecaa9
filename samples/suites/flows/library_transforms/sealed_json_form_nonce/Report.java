package cn.privlens.suite.sealed_json_form_nonce;

import android.util.Base64;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.json.JSONException;
import org.json.JSONObject;

final class Report {
    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    static void send(String subscriber) {
        try {
            JSONObject o = new JSONObject();
            o.put("s", subscriber).put("t", "report");
            byte[] iv = new byte[16];
            new java.security.SecureRandom().nextBytes(iv);
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new IvParameterSpec(iv));
            byte[] sealed = cipher.doFinal(o.toString().getBytes(StandardCharsets.UTF_8));
            String field = "d=" + URLEncoder.encode(Base64.encodeToString(iv, Base64.NO_WRAP), "UTF-8") + "&n=" + sealed.length;
            HttpURLConnection c = (HttpURLConnection) new URL("https://api.example.cn/r").openConnection();
            c.setDoOutput(true);
            Writer w = new OutputStreamWriter(c.getOutputStream(), StandardCharsets.UTF_8);
            w.write(field);
            w.close();
            c.getResponseCode();
        } catch (IOException | JSONException | GeneralSecurityException e) {
            return;
        }
    }
}
