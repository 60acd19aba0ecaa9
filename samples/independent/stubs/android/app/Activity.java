package android.app;

import android.content.Intent;
import android.os.Bundle;
import android.view.ContextThemeWrapper;
import android.view.View;

/** Compile-only: the members of the framework class that this sample uses. */
public class Activity extends ContextThemeWrapper {
    protected void onCreate(Bundle state) {}

    protected void onResume() {}

    protected void onActivityResult(int request, int result, Intent data) {}

    public void setTitle(CharSequence title) {}

    public int checkSelfPermission(String permission) {
        return 0;
    }

    public void setContentView(int layout) {}

    public View findViewById(int id) {
        return null;
    }

    public void startActivityForResult(Intent intent, int request) {}

    public FragmentManager getFragmentManager() {
        return null;
    }
}
