package cn.privlens.suite.sqlite_column;

import android.app.Activity;
import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.database.sqlite.SQLiteOpenHelper;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Db extends SQLiteOpenHelper {
        Db(Context c) { super(c, "a.db", null, 1); }
        @Override
        public void onCreate(SQLiteDatabase db) { db.execSQL("create table dev (imei text, city text)"); }
        @Override
        public void onUpgrade(SQLiteDatabase db, int a, int b) {}
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SQLiteDatabase db = new Db(this).getWritableDatabase();
        ContentValues row = new ContentValues();
        row.put("imei", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        row.put("city", "北京");
        db.insert("dev", null, row);
        Cursor c = db.query("dev", new String[] {"imei"}, null, null, null, null, null);
        while (c.moveToNext()) {
            Log.i("suite", c.getString(0));
        }
        c.close();
    }
}
