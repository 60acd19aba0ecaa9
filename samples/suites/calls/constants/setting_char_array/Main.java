package cn.privlens.suite.setting_char_array;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity {
    private static String open(String s, int key) {
        char[] c = s.toCharArray();
        for (int i = 0; i < c.length; i++) {
            c[i] = (char) (c[i] ^ key);
        }
        return new String(c);
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String name = new String(new char[] {'a', 'n', 'd', 'r', 'o', 'i', 'd', '_', 'i', 'd'});
        Settings.Secure.getString(getContentResolver(), name);
    }
}
