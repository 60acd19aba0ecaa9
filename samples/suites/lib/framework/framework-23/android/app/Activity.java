package android.app;

import android.content.Intent;
import android.content.SharedPreferences;
import android.os.Bundle;
import android.view.ContextThemeWrapper;
import android.view.View;

/** Compile-only: the members of the framework class that the programs use, some newer than API 17. */
public class Activity extends ContextThemeWrapper {
    public static final int RESULT_OK = -1;

    protected void onCreate(Bundle state) {}

    protected void onStart() {}

    protected void onResume() {}

    protected void onPause() {}

    protected void onStop() {}

    protected void onDestroy() {}

    protected void onActivityResult(int request, int result, Intent data) {}

    public void onRequestPermissionsResult(int request, String[] permissions, int[] results) {}

    public final void requestPermissions(String[] permissions, int request) {}

    public boolean shouldShowRequestPermissionRationale(String permission) {
        return false;
    }

    public void setContentView(int layout) {}

    public void setContentView(View view) {}

    public View findViewById(int id) {
        return null;
    }

    public final void runOnUiThread(Runnable action) {}

    public void startActivityForResult(Intent intent, int request) {}

    public Intent getIntent() {
        return null;
    }

    public final Application getApplication() {
        return null;
    }

    public SharedPreferences getPreferences(int mode) {
        return null;
    }

    public void setTitle(CharSequence title) {}

    public void finish() {}
}
