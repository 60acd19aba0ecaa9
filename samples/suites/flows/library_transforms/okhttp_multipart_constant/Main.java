package cn.privlens.suite.okhttp_multipart_constant;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.io.IOException;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        new Thread(() -> {
            RequestBody form = new MultipartBody.Builder().setType(MultipartBody.FORM).addFormDataPart("v", "1").addFormDataPart("id", "none").build();
            Request request = new Request.Builder().url("https://form.example.com/up").post(form).build();
            try {
                new OkHttpClient().newCall(request).execute().close();
            } catch (IOException e) {
                setTitle("n" + id.length());
            }
        }).start();
    }
}
