package cn.privlens.suite.ring_buffer_marks;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity {
    private final Ring events = new Ring(32);
    private final Ring marks = new Ring(8);

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        marks.put("create");
        events.put("open");
        events.put(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        marks.put("done");
    }

    @Override
    protected void onStop() {
        super.onStop();
        new Thread(new Poster(marks.content())).start();
    }
}
