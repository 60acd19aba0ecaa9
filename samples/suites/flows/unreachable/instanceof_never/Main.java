package cn.privlens.suite.instanceof_never;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    static class Plain {}
    static class Special extends Plain {}
    private Plain make() { return new Plain(); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Plain p = make();
        if (p instanceof Special) {
            Log.i("suite", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        }
    }
}
