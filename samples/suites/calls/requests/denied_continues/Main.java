package cn.privlens.suite.denied_continues;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.CAMERA"}, 2);
    }
    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        setTitle(results.length > 0 && results[0] != 0 ? "没有相机" : "有相机");
    }
}
