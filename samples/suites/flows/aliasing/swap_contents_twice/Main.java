package cn.privlens.suite.swap_contents_twice;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Card { String line = "empty"; }
    static void swap(Card a, Card b) {
        String t = a.line;
        a.line = b.line;
        b.line = t;
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Card mine = new Card();
        Card yours = new Card();
        mine.line = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        swap(mine, yours);
        swap(mine, yours);
        Log.i("suite", yours.line);
    }
}
