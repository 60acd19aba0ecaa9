package cn.privlens.suite.denied_ends_process;

import android.app.Activity;
import android.content.pm.PackageManager;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_PHONE_STATE"}, 4);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        if (code != 4) {
            return;
        }
        for (int result : results) {
            if (result != PackageManager.PERMISSION_GRANTED) {
                refused();
                return;
            }
        }
        setTitle("好");
    }

    private void refused() {
        android.os.Process.killProcess(android.os.Process.myPid());
    }
}
