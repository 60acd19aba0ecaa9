package cn.privlens.suite.provider_told_in_path_kind;

import android.app.Activity;
import android.net.Uri;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Uri cards = Uri.parse("content://cn.privlens.suite.provider_told_in_path_kind.cards/card");
        getContentResolver().delete(Uri.withAppendedPath(cards, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId()), null, null);
    }
}
