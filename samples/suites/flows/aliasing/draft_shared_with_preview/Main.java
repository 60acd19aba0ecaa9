package cn.privlens.suite.draft_shared_with_preview;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private final Draft draft = new Draft("Card report");
    private Preview preview;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        preview = new Preview(draft);
        fill();
        preview.send("10690000");
        Log.i("suite", draft.title);
    }

    private void fill() {
        TelephonyManager phone = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
        draft.body = "sim " + phone.getSimSerialNumber();
    }
}
