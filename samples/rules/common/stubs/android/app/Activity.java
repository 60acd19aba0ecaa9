package android.app;

import android.content.Intent;
import android.os.Bundle;
import android.view.ContextThemeWrapper;
import android.view.View;

/** Compile-only: the members of the framework class that the samples use, some newer than API 17. */
public class Activity extends ContextThemeWrapper {
    protected void onCreate(Bundle state) {}

    protected void onStart() {}

    protected void onResume() {}

    protected void onPause() {}

    protected void onStop() {}

    protected void onDestroy() {}

    protected void onActivityResult(int request, int result, Intent data) {}

    public void onRequestPermissionsResult(int request, String[] permissions, int[] results) {}

    public final void requestPermissions(String[] permissions, int request) {}

    public int checkSelfPermission(String permission) {
        return 0;
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

    public LoaderManager getLoaderManager() {
        return null;
    }

    public final android.database.Cursor managedQuery(
            android.net.Uri uri, String[] columns, String where, String[] args, String order) {
        return null;
    }

    public Application getApplication() {
        return null;
    }

    public void finish() {}

    public void setTitle(CharSequence title) {}

    public android.view.Window getWindow() {
        return null;
    }

    public android.content.ComponentName startForegroundService(Intent service) {
        return null;
    }
}
