package cn.privlens.suite.title_told_to_page;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onTitleChanged(CharSequence title, int colour) {
        super.onTitleChanged(title, colour);
        Log.i("title", "t " + title);
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("号码 " + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
    }
}
