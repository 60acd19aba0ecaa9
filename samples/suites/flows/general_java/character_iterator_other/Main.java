package cn.privlens.suite.character_iterator_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        CharacterIterator letters = new StringCharacterIterator(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        CharacterIterator stars = new StringCharacterIterator("***");
        StringBuilder built = new StringBuilder();
        for (char c = stars.first(); c != CharacterIterator.DONE; c = stars.next()) {
            built.append(c);
        }
        Log.i("suite", built.toString());
        letters.last();
    }
}
