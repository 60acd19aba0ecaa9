package cn.privlens.suite.clipboard_write;

import android.app.Activity;
import android.content.ClipData;
import android.content.ClipboardManager;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.TextView;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ClipboardManager clip = (ClipboardManager) getSystemService(CLIPBOARD_SERVICE);
        TextView view = new TextView(this);
        String sim = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        view.setText(sim);
        clip.setPrimaryClip(ClipData.newPlainText("号码", sim));
        setContentView(view);
    }
}
