package cn.privlens.suite.session_renewed_by_logout;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SessionHolder holder = new SessionHolder();
        Session page = holder.current();
        page.open(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        holder.logout();
        report(holder.current());
    }

    private void report(Session session) {
        Log.i("suite", "token " + session.token());
    }
}
