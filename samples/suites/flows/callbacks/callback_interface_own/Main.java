package cn.privlens.suite.callback_interface_own;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    interface Done { void done(String text); }
    static class ToLog implements Done {
        @Override
        public void done(String text) { Log.i("suite", text); }
    }
    static class ToNothing implements Done {
        @Override
        public void done(String text) { System.gc(); }
    }
    private void load(Done done) {
        done.done(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Done quiet = new ToNothing();
        Done loud = new ToLog();
        loud.done("start");
        load(loud);
    }
}
