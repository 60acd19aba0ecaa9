package cn.privlens.suite.bundle_in_intent_in_bundle;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bundle deepest = new Bundle();
        deepest.putString("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        deepest.putString("name", "demo");
        Bundle outer = new Bundle();
        outer.putParcelable("intent", new Intent("later").putExtra("b", deepest));
        startActivity(new Intent(this, Show.class).putExtra("outer", outer));
    }
}
