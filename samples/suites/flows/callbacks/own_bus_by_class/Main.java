package cn.privlens.suite.own_bus_by_class;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Found { String id; }
    static class Named { String id; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bus bus = new Bus();
        bus.listen(Found.class, event -> Log.i("suite", "e " + event.id));
        Found found = new Found();
        found.id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        bus.tell(found);
        Named named = new Named();
        named.id = "n";
        bus.tell(named);
    }
}
