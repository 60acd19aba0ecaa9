package cn.privlens.suite.alias_through_call;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    static class Box {
        String text = "";
        Box self() { return this; }
    }
    static Box pass(Box box) { return box.self(); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Box box = new Box();
        Box other = pass(box);
        box.text = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        Log.i("suite", other.text);
    }
}
