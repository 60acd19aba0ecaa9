package cn.privlens.suite.try_with_resources_other;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    static class Log1 implements AutoCloseable {
        private final StringBuilder sb = new StringBuilder();
        void line(String s) { sb.append(s).append('\n'); }
        @Override
        public void close() { Log.i("suite", sb.toString()); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        try (Log1 l = new Log1()) {
            l.line("line " + id.length());
        }
    }
}
