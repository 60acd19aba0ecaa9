package cn.privlens.suite.retained_object_other_part;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    static class Kept { String id = ""; String title = ""; }
    private final Kept mine = new Kept();
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Kept before = (Kept) getLastNonConfigurationInstance();
        if (before != null) {
            Log.i("suite", before.title);
        }
        mine.id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        mine.title = "page";
    }
    @Override
    public Object onRetainNonConfigurationInstance() { return mine; }
}
