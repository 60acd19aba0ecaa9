package cn.privlens.suite.asked_behind_gate;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (getSharedPreferences("config", MODE_PRIVATE).getBoolean("privacy_agreed", false)) {
            requestPermissions(new String[] {"android.permission.CAMERA"}, 2);
        } else {
            new Ask().show(this);
        }
    }
    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        setTitle(results.length > 0 && results[0] != 0 ? "没有相机" : "有相机");
    }
}
