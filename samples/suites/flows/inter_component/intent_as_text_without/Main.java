package cn.privlens.suite.intent_as_text_without;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.net.URISyntaxException;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent first = new Intent(this, Detail.class).putExtra("name", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber()).putExtra("id", "demo");
        try {
            startActivity(Intent.parseUri(first.toUri(Intent.URI_INTENT_SCHEME), Intent.URI_INTENT_SCHEME));
        } catch (URISyntaxException e) {
            finish();
        }
    }
}
