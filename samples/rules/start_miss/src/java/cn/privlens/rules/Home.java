package cn.privlens.rules;

import android.Manifest;
import android.content.Context;
import android.content.Intent;
import android.content.SharedPreferences;
import com.umeng.commonsdk.UMConfigure;

/** Everything waits for the agreement or for a tap. */
public class Home extends Screen {
    @Override
    void begin() {
        UMConfigure.submitPolicyGrantResult(this, true);
        UMConfigure.init(this, "sample", "store", 1, null);
        show(Reads.apps(this));
        button("登录", view -> {
            final String id = Reads.androidId(this);
            new Thread(() -> Net.post("https://log.morning-news.example/v1", id)).start();
        });
        button("扫码", view -> startActivity(new Intent(this, ScanPage.class)));
        button("地图", view -> requestPermissions(new String[] {
                Manifest.permission.ACCESS_FINE_LOCATION,
                Manifest.permission.ACCESS_COARSE_LOCATION}, 2));
        button("附近", view -> show(Reads.place(this)));
    }

    @Override
    protected void onResume() {
        super.onResume();
        SharedPreferences store = getSharedPreferences("asked", Context.MODE_PRIVATE);
        long now = System.currentTimeMillis();
        if (agreedBefore() && now - store.getLong("lastAskTime", 0) > 48 * 3600 * 1000L) {
            store.edit().putLong("lastAskTime", now).apply();
            requestPermissions(new String[] {Manifest.permission.ACCESS_FINE_LOCATION}, 3);
        }
    }

    private boolean agreedBefore() {
        return getSharedPreferences("consent", Context.MODE_PRIVATE).getBoolean("privacy_agreed", false);
    }
}
