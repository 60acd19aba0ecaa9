package cn.privlens.suite.own_iterator_skips;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.Iterator;

public class Main extends Activity {
    static class Ids implements Iterable<String> {
        private final String[] all;
        private final int from;
        Ids(int from, String... all) {
            this.all = all;
            this.from = from;
        }
        @Override
        public Iterator<String> iterator() {
            return new Iterator<String>() {
                private int i = from;
                @Override
                public boolean hasNext() { return i < all.length; }
                @Override
                public String next() { return all[i++]; }
                @Override
                public void remove() {}
            };
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        for (String s : new Ids(1, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId(), "zwei", "drei")) {
            SmsManager.getDefault().sendTextMessage("10690000", null, s, null, null);
        }
    }
}
