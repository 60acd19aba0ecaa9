package cn.privlens.suite.bit_of_other;

import android.app.Application;
import android.content.Context;
import android.content.SharedPreferences;
import android.provider.Settings;

public class App extends Application {
    private static final int AGREED = 1;
    private static final int TIPS = 2;
    static void set(Context context, int bit) {
        SharedPreferences kept = context.getSharedPreferences("bits", MODE_PRIVATE);
        kept.edit().putInt("privacy_bits", kept.getInt("privacy_bits", TIPS) | bit).apply();
    }
    static boolean has(Context context, int bit) {
        return (context.getSharedPreferences("bits", MODE_PRIVATE).getInt("privacy_bits", TIPS) & bit) != 0;
    }
    @Override
    public void onCreate() {
        super.onCreate();
        if (has(this, TIPS)) {
            Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        }
    }
}
