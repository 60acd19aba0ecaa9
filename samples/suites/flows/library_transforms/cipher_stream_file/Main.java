package cn.privlens.suite.cipher_stream_file;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.io.File;
import java.io.FileOutputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.SecretKeySpec;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec("0123456789abcdef".getBytes("UTF-8"), "AES"));
            CipherOutputStream out = new CipherOutputStream(new FileOutputStream(new File(getExternalFilesDir(null), "c.bin")), cipher);
            out.write((id).getBytes("UTF-8"));
            out.close();
        } catch (Exception e) {
            setTitle("e");
        }
    }
}
