package cn.privlens.suite.session_kept_by_page;

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
        report(page);
    }

    private void report(Session session) {
        Log.i("suite", "token " + session.token());
    }
}
