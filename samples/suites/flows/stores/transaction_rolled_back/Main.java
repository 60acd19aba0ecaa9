package cn.privlens.suite.transaction_rolled_back;

import android.app.Activity;
import android.content.ContentValues;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SQLiteDatabase db = openOrCreateDatabase("cards.db", MODE_PRIVATE, null);
        db.execSQL("create table if not exists cards (serial text)");
        ContentValues row = new ContentValues();
        row.put("serial", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        db.beginTransaction();
        try {
            db.insert("cards", null, row);
            Log.d("cards", "撤回");
        } finally {
            db.endTransaction();
        }
        Cursor c = db.rawQuery("select serial from cards", null);
        if (c.moveToFirst()) {
            SmsManager.getDefault().sendTextMessage("10690000", null, c.getString(0), null, null);
        }
        c.close();
        db.close();
    }
}
