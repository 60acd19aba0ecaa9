package cn.privlens.rules;

import android.database.Cursor;
import android.provider.CallLog;
import android.telecom.Call;
import android.telecom.InCallService;

/** The screen of a dialer, which shows who called before. */
public class DialerCalls extends InCallService {
    @Override
    public void onCallAdded(Call call) {
        Cursor rows = getContentResolver().query(CallLog.Calls.CONTENT_URI, null, null, null, null);
        while (rows != null && rows.moveToNext()) {
            stopSelf();
        }
    }
}
