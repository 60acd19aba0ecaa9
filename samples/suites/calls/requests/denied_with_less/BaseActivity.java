package cn.privlens.suite.denied_with_less;

import android.app.Activity;
import android.content.pm.PackageManager;

public abstract class BaseActivity extends Activity {
    private static final int CODE = 100;

    protected final void need(String... permissions) {
        requestPermissions(permissions, CODE);
    }

    @Override
    public void onRequestPermissionsResult(int request, String[] permissions, int[] results) {
        if (request != CODE) {
            return;
        }
        boolean all = true;
        for (int result : results) {
            if (result != PackageManager.PERMISSION_GRANTED) {
                all = false;
                break;
            }
        }
        if (all) {
            onGranted();
        } else {
            onDenied();
        }
    }

    protected abstract void onGranted();

    protected abstract void onDenied();
}
