package cn.privlens.suite.chooser_wrapped;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent send = new Intent(Intent.ACTION_SEND);
        send.setType("text/plain");
        send.putExtra(Intent.EXTRA_TEXT, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        startActivity(Intent.createChooser(send, "分享到"));
    }
}
