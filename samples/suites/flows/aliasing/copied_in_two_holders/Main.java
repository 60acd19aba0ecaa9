package cn.privlens.suite.copied_in_two_holders;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Box { String text = ""; }
    static class Holder {
        final Box box;
        Holder(Box box) { this.box = box; }
        Holder twin() {
            Holder other = new Holder(new Box());
            other.box.text = box.text;
            return other;
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Holder first = new Holder(new Box());
        Holder second = first.twin();
        first.box.text = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        Log.i("suite", second.box.text);
    }
}
