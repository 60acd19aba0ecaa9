package cn.privlens.suite.clipboard_listener_only;

import android.app.Activity;
import android.content.ClipboardManager;
import android.os.Bundle;
import android.util.Log;
import java.io.IOException;
import java.net.URL;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final ClipboardManager m = (ClipboardManager) getSystemService(CLIPBOARD_SERVICE);
        m.addPrimaryClipChangedListener(() -> {
            final CharSequence t = m.getPrimaryClip().getItemAt(0).coerceToText(this);
            new Thread(() -> {
                try {
                    new URL("https://clip.example.com/?t=" + t.length()).openStream().close();
                } catch (IOException e) {
                    Log.w("suite", "net");
                }
            }).start();
        });
    }
}
