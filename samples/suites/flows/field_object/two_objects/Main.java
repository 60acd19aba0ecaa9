package cn.privlens.suite.two_objects;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    static class Item {
        private final String text;
        Item(String text) { this.text = text; }
        String text() { return text; }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Item a = new Item(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        Item b = new Item("plain");
        Log.i("suite", b.text());
    }
}
