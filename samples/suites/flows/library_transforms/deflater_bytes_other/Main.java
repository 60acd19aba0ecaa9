package cn.privlens.suite.deflater_bytes_other;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Base64;
import android.util.Log;
import java.util.zip.Deflater;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        byte[] secret = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID).getBytes();
        byte[] plain = "plain".getBytes();
        Deflater deflater = new Deflater();
        deflater.setInput(plain);
        deflater.finish();
        byte[] buffer = new byte[256];
        int used = deflater.deflate(buffer);
        deflater.end();
        Log.i("suite", Base64.encodeToString(buffer, 0, used, Base64.NO_WRAP) + secret.length);
    }
}
