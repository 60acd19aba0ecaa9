package cn.privlens.suite.denied_exits;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    private static final String[] ALL = {"android.permission.READ_CONTACTS"};
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(ALL, 9);
    }
    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        if (results.length > 0 && results[0] == 0) {
            setTitle("好");
        } else {
            finish();
        }
    }
}
