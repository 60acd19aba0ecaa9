package cn.privlens.suite.sqlite_update_other_table;

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
        SQLiteDatabase db = openOrCreateDatabase("u.db", 0, null);
        ContentValues v = new ContentValues();
        v.put("tel", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        db.update("person", v, "id=?", new String[] {"1"});
        Cursor c = db.rawQuery("select city from place where id=1", null);
        if (c.moveToNext()) {
            Log.i("suite", c.getString(0));
        }
    }
}
