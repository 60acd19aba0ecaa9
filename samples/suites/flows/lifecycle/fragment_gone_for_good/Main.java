package cn.privlens.suite.fragment_gone_for_good;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (state == null) {
            getFragmentManager().beginTransaction().add(android.R.id.content, new NoteFragment()).commit();
        }
    }
}
