package cn.privlens.suite.rows_counted_at_once;

import android.app.Activity;
import android.content.ContentValues;
import android.net.Uri;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ContentValues row = new ContentValues();
        row.put("号码", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        getContentResolver().bulkInsert(Uri.parse("content://cn.privlens.suite.rows_counted_at_once.box/rows"), new ContentValues[] {row});
    }
}
