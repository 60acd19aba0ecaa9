package cn.privlens.suite.okhttp_common_query;

import android.app.Activity;
import android.os.Bundle;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Device.get().load(this);
        OkHttpClient client = new OkHttpClient.Builder().addInterceptor(new CommonParams()).build();
        Request request = new Request.Builder().url("https://gw.example.com/home").build();
        client.newCall(request).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {}

            @Override
            public void onResponse(Call call, Response response) {
                response.close();
            }
        });
    }
}
