package cn.privlens.suite.column_below_new_name_other;

import android.app.Activity;
import android.content.ContentValues;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SQLiteDatabase db = new Book(this).getWritableDatabase();
        ContentValues row = new ContentValues();
        row.put("tel", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        row.put("lang", "zh");
        db.insert("person", null, row);
        Cursor found = db.rawQuery("SELECT tel AS x, lang AS y FROM person", null);
        if (found.moveToFirst()) {
            SmsManager.getDefault().sendTextMessage("10690000", null, found.getString(found.getColumnIndex("y")), null, null);
        }
        found.close();
        db.close();
    }
}
