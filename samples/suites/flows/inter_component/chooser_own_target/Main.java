package cn.privlens.suite.chooser_own_target;

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
        send.putExtra(Intent.EXTRA_TEXT, "t" + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number().length());
        startActivity(Intent.createChooser(send, "分享到"));
    }
}
