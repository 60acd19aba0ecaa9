package cn.privlens.suite.rows_deleted_first;

import android.app.Activity;
import android.content.ContentValues;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SQLiteDatabase db = openOrCreateDatabase("notes.db", MODE_PRIVATE, null);
        db.execSQL("CREATE TABLE IF NOT EXISTS mine (line TEXT)");
        db.execSQL("CREATE TABLE IF NOT EXISTS old (line TEXT)");
        ContentValues row = new ContentValues();
        row.put("line", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        db.insert("mine", null, row);
        db.delete("mine", null, null);
        Cursor c = db.query("mine", new String[] {"line"}, null, null, null, null, null);
        while (c.moveToNext()) {
            Log.i("suite", c.getString(0));
        }
        c.close();
        db.close();
    }
}
