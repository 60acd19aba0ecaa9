package cn.privlens.suite.reader_of_first_owner;

import android.app.Activity;
import android.content.ClipboardManager;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Owner one = new Owner(((ClipboardManager) getSystemService(CLIPBOARD_SERVICE)).getPrimaryClip().getItemAt(0).getText().toString());
        Owner two = new Owner("二");
        Owner.Reader ofOne = one.new Reader();
        Owner.Reader ofTwo = two.new Reader();
        Log.i("owner", ofOne.read());
    }
}
