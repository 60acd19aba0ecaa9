package cn.privlens.suite.note_of_each_round;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Note { String text = ""; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Note shared = new Note();
        for (int round = 0; round < 3; round++) {
            Note note = new Note();
            Log.i("suite", "round " + note.text);
            note.text = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        }
    }
}
