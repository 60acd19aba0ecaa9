package cn.privlens.suite.registered_in_constructor;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.util.ArrayList;
import java.util.List;

public class Main extends Activity {
    static class Item {
        static final List<Item> ALL = new ArrayList<>();
        String text;
        Item(String text) { this.text = text; }
        Item() {
            text = "new";
            ALL.add(this);
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Item item = new Item();
        item.text = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        for (Item one : Item.ALL) {
            Log.i("suite", one.text);
        }
    }
}
