package cn.privlens.suite.okhttp_form_renamed_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String sim = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        new Thread(() -> {
            FormBody form = new FormBody.Builder().add("lang", "zh").add("sim", "none").build();
            Request r = new Request.Builder().url("https://form.example.com/f").header("X-App", "一").post(form).build();
            try (Response response = new OkHttpClient().newCall(r).execute()) {
                Log.d("suite", "code " + response.code());
            } catch (IOException e) {
                Log.w("suite", "net");
            }
        }).start();
    }
}
