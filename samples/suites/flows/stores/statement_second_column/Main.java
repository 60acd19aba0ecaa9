package cn.privlens.suite.statement_second_column;

import android.app.Activity;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.database.sqlite.SQLiteStatement;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SQLiteDatabase base = openOrCreateDatabase("facts.db", MODE_PRIVATE, null);
        base.execSQL("CREATE TABLE IF NOT EXISTS fact (device TEXT, theme TEXT)");
        SQLiteStatement insert = base.compileStatement("INSERT INTO fact (device, theme) VALUES (?, ?)");
        insert.bindString(1, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        insert.bindString(2, "dark");
        insert.executeInsert();
        Cursor rows = base.rawQuery("SELECT theme FROM fact", null);
        if (rows.moveToFirst()) {
            SmsManager.getDefault().sendTextMessage("10690000", null, rows.getString(0), null, null);
        }
        rows.close();
        base.close();
    }
}
