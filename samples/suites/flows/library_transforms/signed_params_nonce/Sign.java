package cn.privlens.suite.signed_params_nonce;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;

final class Sign {
    static String joined(Map<String, String> params) {
        StringBuilder all = new StringBuilder();
        for (Map.Entry<String, String> e : params.entrySet()) {
            if (all.length() > 0) {
                all.append('&');
            }
            all.append(e.getKey()).append('=').append(e.getValue());
        }
        return all.toString();
    }

    static String of(String text) {
        try {
            MessageDigest md = MessageDigest.getInstance("SHA-256");
            md.update("s3cret".getBytes(StandardCharsets.UTF_8));
            byte[] sum = md.digest(text.getBytes(StandardCharsets.UTF_8));
            StringBuilder hex = new StringBuilder();
            for (byte b : sum) {
                hex.append(String.format(Locale.ROOT, "%02x", b));
            }
            return hex.toString();
        } catch (GeneralSecurityException e) {
            return "";
        }
    }
}
