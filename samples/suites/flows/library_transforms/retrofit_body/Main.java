package cn.privlens.suite.retrofit_body;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import retrofit2.Retrofit;
import retrofit2.http.Field;
import retrofit2.http.POST;

public class Main extends Activity {
    interface Api {
        @POST("/dev")
        retrofit2.Call<String> up(@Field("id") String id);
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Retrofit r = new Retrofit.Builder().baseUrl("https://retro.example.com/").build();
        Api api = r.create(Api.class);
        api.up(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()).enqueue(new retrofit2.Callback<String>() {
            @Override
            public void onResponse(retrofit2.Call<String> c, retrofit2.Response<String> x) {}
            @Override
            public void onFailure(retrofit2.Call<String> c, Throwable t) {}
        });
    }
}
